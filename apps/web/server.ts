import { createServer } from "node:http";
import { serveApp } from "@pronaflow/api/server";
import { download, findPicture, webRouter } from "@pronaflow/api/web";
import { styleHashes } from "@pronaflow/ui/style-hashes";
import next from "next";

await serveApp({
  app: "web",
  router: webRouter,
  download,
  picture: findPicture,
  styleHashes,
  async openPages({ dev, port }) {
    // Next listens for upgrades on the server it is given; the front decides which of them reach it.
    const upgrades = createServer();
    const app = next({ dev, port, hostname: "localhost", httpServer: upgrades });
    await app.prepare();
    const handle = app.getRequestHandler();
    return {
      handle: (incoming, outgoing) => handle(incoming, outgoing),
      upgrade: (incoming, socket, head) => void upgrades.emit("upgrade", incoming, socket, head),
      close: () => app.close(),
    };
  },
});
