// Preloaded into the web server: if the command that started it dies, even by kill -9, it ends too.
process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
