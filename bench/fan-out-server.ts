/** What telling everybody costs at the least: a form is read and written to every open stream, without a database. */
import { createServer, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

const open = new Set<ServerResponse>();

const server = createServer((request, response) => {
	if (request.method === 'POST')
		return void text(request).then((body) => {
			for (const one of open) one.write(`data: ${body}\n\n`);
			response.writeHead(200).end();
		});
	response.writeHead(200, { 'content-type': 'text/event-stream' });
	response.write(': here\n\n');
	open.add(response);
	response.on('close', () => open.delete(response));
});

server.listen(0, '127.0.0.1', () => {
	const { port } = server.address() as { port: number };
	console.log(`http://127.0.0.1:${port}`);
});
