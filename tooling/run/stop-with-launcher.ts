// Preloaded into every process the launcher starts. When the launcher is killed its channel closes, and a process nobody
// can see would otherwise keep the port and the data.
if (process.channel) {
  process.on("disconnect", () => process.kill(process.pid, "SIGTERM"));
  process.channel.unref();
}
