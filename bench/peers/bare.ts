import { createServer } from "node:http";
import pg from "pg";

// The floor: bare node:http and one prepared SELECT of the same session.
const pool = new pg.Pool({ connectionString: process.argv[2], max: 10 });
const hash = Buffer.from(process.argv[3] ?? "", "hex");
const text = "SELECT s.*, a.* FROM session s JOIN account a ON a.id = s.account_id WHERE s.token_hash = $1";

const server = createServer(async (_request, response) => {
  const { rows } = await pool.query({ name: "session", text, values: [hash] });
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(rows[0]));
});
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as { port: number }).port }));
