import { formsIn } from '../../surfaces/html.ts';
import { addressOf, type Route } from '../../surfaces/routes.ts';
import type { Places } from '../../lived-in.ts';
import type { Target } from './target.ts';

/** Every page and endpoint as each viewer, and every form that they find there. */
export async function targetsOf(
	address: string,
	routes: Route[],
	{ placesOf, cookies }: Places
): Promise<Target[]> {
	const targets: Target[] = [];
	for (const route of routes)
		for (const params of placesOf(route))
			for (const cookie of Object.values(cookies))
				targets.push(...(await look(address, route, params, cookie)));
	return targets;
}

async function look(
	server: string,
	route: Route,
	params: Record<string, string>,
	cookie: string
): Promise<Target[]> {
	const address = addressOf(route, params);
	let place = 0;
	const pattern = addressOf(
		route,
		Object.fromEntries(route.params.map((name) => [name, `{${place++}}`]))
	).replace(/%7B(\d)%7D/g, '{$1}');
	const about = { route: route.id, address, pattern, cookie };
	const page: Target = { ...about, method: 'GET', controls: [] };
	const answer = await fetch(server + address, {
		headers: { cookie, accept: 'text/html' },
		redirect: 'manual'
	});
	if (!route.actions.length || !answer.headers.get('content-type')?.startsWith('text/html')) return [page];
	const forms = formsIn(await answer.text(), address).filter((form) => form.method === 'post');
	return [
		page,
		...forms.map((form): Target => ({
			...about,
			method: 'POST',
			address: form.action,
			pattern: form.action,
			controls: form.controls
		}))
	];
}
