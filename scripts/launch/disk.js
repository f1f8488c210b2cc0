import { statfsSync } from "node:fs";
import { Stop } from "./step.js";

const neededBytes = 1024 ** 3;

/**
 * Installing, building and a database need room; finding out half-way leaves a mess.
 *
 * @param {string} directory
 */
export function requireFreeDisk(directory) {
  const { bavail, bsize } = statfsSync(directory);
  const free = bavail * bsize;
  if (free < neededBytes) throw new Stop(diskFull(directory, free));
}

/**
 * @param {string} directory
 * @param {number} freeBytes
 */
export function diskFull(directory, freeBytes) {
  const free = Math.floor(freeBytes / 1024 ** 2);
  return `The disk is full: ${free} MB are free for ${directory}, about 1 GB is needed.\nMake room (old files, \`npm cache clean --force\`, \`rm -rf .next\`), then run the same command again.`;
}
