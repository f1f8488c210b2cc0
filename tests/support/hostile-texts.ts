/**
 * Texts somebody could type to make a page, a mail or a file do something of theirs. Each calls
 * `intrus(<its number>)` wherever it would run, so that whoever looks after it knows which one did.
 */
const tags = ["script", "img src=x", "svg", "math", "iframe", "object data=x", "video src=x"];
const moreTags = ["audio src=x", "details open", "body", "input autofocus", "marquee", "a href=#x"];
const events = ["onload", "onerror", "onclick", "onfocus", "ontoggle", "onanimationstart"];
const moreEvents = ["onpointerenter", "onbegin", "onscroll", "onbeforeinput"];

/** Ways out of where a text may stand: an attribute, an element that holds raw text, a comment. */
const waysOut = [
  "",
  '">',
  "'>",
  "</textarea>",
  "</title>",
  "</script>",
  "</style>",
  "</noscript>",
  "</option></select>",
  "-->",
  "]]>",
];

type Call = string;
const escapedWith = (text: string, write: (code: number) => string) =>
  [...text].map((sign) => write(sign.codePointAt(0) ?? 0)).join("");

/** The same element written otherwise: what one reader refuses, another may decode. */
const spellings: ((call: Call) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<ScRiPt >${call}</sCrIpT >`,
  (call) => `<script\t\n>${call}</script\t\n>`,
  (call) => `<svg/onload=${call}>`,
  (call) => `<svg\f onload\r\n=\t${call}//`,
  (call) => `<<script>${call}//<</script>`,
  (call) => `<scr<script>ipt>${call}</scr</script>ipt>`,
  (call) => `＜script＞${call}＜/script＞`,
  (call) => escapedWith(`<script>${call}</script>`, (code) => `&#${code};`),
  (call) => escapedWith(`<script>${call}</script>`, (code) => `&#x${code.toString(16)}`),
  (call) => `&lt;script&gt;${call}&lt;/script&gt;`,
  (call) => encodeURIComponent(`<script>${call}</script>`),
  (call) => encodeURIComponent(encodeURIComponent(`<script>${call}</script>`)),
  (call) => `\\u003cscript\\u003e${call}\\u003c/script\\u003e`,
  (call) => `<svg><script>${call.replace("(", "&#40;")}</script></svg>`,
  (call) => `<math><mtext><style><img src=x onerror=${call}></style></mtext></math>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><a xlink:href="javascript:${call}"><text>ici</text></a></svg>`,
  (call) => `<template><script>${call}</script></template>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>">`,
];

const addresses: ((call: Call) => string)[] = [
  (call) => `javascript:${call}`,
  (call) => `JaVaScRiPt:${call}`,
  (call) => ` \u00a0javascript:${call}`,
  (call) => `\u0001javascript:${call}`,
  (call) => `java\tscript:${call}`,
  (call) => `java\r\nscript:${call}`,
  (call) => `javascript&colon;${call}`,
  (call) => `javascript&#58;${call}`,
  (call) => `javascript://exemple.test/%0a${call}`,
  (call) => `data:text/html,<script>parent.${call}</script>`,
  (call) => `data:text/html;base64,${Buffer.from(`<script>${call}</script>`).toString("base64")}`,
  (call) => `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${call}'/>`,
  (call) => `vbscript:${call}`,
  (call) => `view-source:javascript:${call}`,
  (call) => `//exemple.test/%22onmouseover=${call}`,
];
const aroundAddresses: ((address: string) => string)[] = [
  (address) => address,
  (address) => `<a href="${address}">ici</a>`,
  (address) => `[ici](${address})`,
  (address) => `![ici](${address})`,
  (address) => `<form action='${address}'><button>ici`,
  (address) => `<${address}>`,
];

const breaks: ((call: Call) => string)[] = [
  (call) => `" onfocus=${call} autofocus x="`,
  (call) => `' onfocus=${call} autofocus x='`,
  (call) => `\` onfocus=${call} autofocus x=\``,
  (call) => `x onfocus=${call} autofocus tabindex=0`,
  (call) => `" style="animation:x" onanimationstart="${call}`,
  (call) => `"><base href="//exemple.test/${call}">`,
  (call) => `"><meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `"><link rel=stylesheet href="data:text/css,*{}/*${call}*/">`,
  (call) => `';${call};//`,
  (call) => `";${call};//`,
  (call) => `\\";${call};//`,
  (call) => `\`;${call};//`,
  (call) => `"-${call}-"`,
  (call) => `*/${call}/*`,
  (call) => `\u2028${call}\u2029`,
  (call) => `{"__proto__":{"onload":"${call}"}}`,
  (call) => `</script><script nonce="">${call}</script>`,
  (call) => `<!--<script>${call}//-->`,
];

const templates: ((call: Call) => string)[] = [
  (call) => `\${${call}}`,
  (call) => `{{${call}}}`,
  (call) => `{{constructor.constructor("${call}")()}}`,
  (call) => `{%${call}%}`,
  (call) => `<%= ${call} %>`,
  (call) => `#{${call}}`,
  (call) => `*{${call}}`,
  (call) => `[[${call}]]`,
  (call) => `{count, plural, one {${call}} other {#}}`,
  (call) => `{name} <b>${call}</b> {reason`,
  (call) => `'{${call}}'`,
];

const styles: ((call: Call) => string)[] = [
  (call) => `<style>@import "javascript:${call}";</style>`,
  (call) => `<div style="background:url(javascript:${call})">`,
  (call) => `x;background:expression(${call})`,
  (call) => `</style><img src=x onerror=${call}>`,
];

const lines: ((call: Call) => string)[] = [
  (call) => `Bonjour\r\nBcc: victime@exemple.test\r\n\r\n${call}`,
  (call) => `Bonjour\nSubject: ${call}`,
  (call) => `Bonjour\r\nSet-Cookie: session=${call}`,
  (call) => `Bonjour%0d%0aContent-Type:text/html%0d%0a%0d%0a${call}`,
  (call) => `BEGIN:VCALENDAR\r\nURL:javascript:${call}`,
  (call) => `\r\nEND:VEVENT\r\nATTACH:javascript:${call}`,
];

const cells: ((call: Call) => string)[] = [
  (call) => `=HYPERLINK("javascript:${call}","ici")`,
  (call) => `+cmd|'/c ${call}'!A0`,
  (call) => `-2+3+${call}`,
  (call) => `@SUM(${call})`,
  (call) => `\t=${call}`,
  (call) => `'); DROP TABLE bookings; -- ${call}`,
];

/** What is read otherwise than it is written: direction, nothing to see, letters of another script. */
const disguises: ((call: Call) => string)[] = [
  (call) => `\u202e${call}\u202c`,
  (call) => `\u2067${call}\u2069 Hugo`,
  (call) => `\u200f${call}\u200e`,
  (call) => `Hu\u200bgo\u2060${call}`,
  (call) => `\ufeff${call}`,
  (call) => `Нugо ${call}`,
  (call) => `e${"\u0301".repeat(40)}${call}`,
  (call) => `${"m".repeat(120)}${call}`,
  (call) => `\u{1f469}\u200d\u{1f4bb}${call}`,
];

const onTags = [...tags, ...moreTags].flatMap((tag) =>
  [...events, ...moreEvents].map((event) => (call: Call) => `<${tag} ${event}="${call}">`),
);
const outOfPlaces = waysOut.flatMap((way) =>
  spellings.map((spelling) => (call: Call) => way + spelling(call)),
);
const asAddresses = aroundAddresses.flatMap((around) =>
  addresses.map((address) => (call: Call) => around(address(call))),
);

/** The whole of it, each once: several hundred. None holds what a Postgres text cannot. */
export const hostileTexts: readonly string[] = [
  ...onTags,
  ...outOfPlaces,
  ...asAddresses,
  ...[breaks, templates, styles, lines, cells, disguises].flat(),
].map((write, index) => write(`intrus(${index})`));

/** Those meant for a link: an address of one's own that a page may make a link of. */
export const hostileAddresses: readonly string[] = addresses.map((address, index) =>
  address(`intrus(${9_000 + index})`),
);

/** What no text of ours may hold, for whatever reads forms: NUL, halves of a sign. */
export const unstorableTexts: readonly string[] = [
  "Hugo\u0000<script>intrus(9100)</script>",
  "\u0000",
  "Hugo\ud800",
  "\udc00Hugo",
  "\udc00\ud800",
];

/** All of them in one text, for a field that has one: each stays whole. */
export const allHostile = hostileTexts.join(" ");
