// Prints what the built server answers to, as JSON. In a process of its own, since loading the routes loads the server.
import path from 'node:path';

type Node = { server?: { load?: unknown; actions?: Record<string, unknown> } };
type Manifest = {
	nodes: (() => Promise<Node>)[];
	routes: {
		id: string;
		params: { name: string }[];
		page: { leaf: number } | null;
		endpoint: (() => Promise<Record<string, unknown>>) | null;
	}[];
};

const { manifest } = (await import(path.resolve('build/server/manifest.js'))) as { manifest: Manifest };
const routes = await Promise.all(
	manifest.routes.map(async ({ id, params, page, endpoint }) => ({
		id,
		params: params.map((param) => param.name),
		isPage: page !== null,
		actions: page ? Object.keys((await manifest.nodes[page.leaf]!()).server?.actions ?? {}) : [],
		methods: endpoint ? Object.keys(await endpoint()).filter((name) => /^[A-Z]+$/.test(name)) : []
	}))
);
console.log(JSON.stringify(routes));
process.exit(0);
