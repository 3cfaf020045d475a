import type { LivedIn, Viewer } from '../../lived-in/index.ts';
import type { Params, Places } from '../../lived-in/places.ts';
import { formsIn } from '../../surfaces/html.ts';
import { addressOf, type Route } from '../../surfaces/routes.ts';
import type { Target } from './target.ts';

type Looking = { server: string; routes: Route[]; placesOf: (route: Route) => Places; lived: LivedIn };

const senders: Viewer[] = ['a visitor', 'another applicant', 'a lead', 'an administrator'];
/** Sent there as it should be, a form would put its sender out of the door, and the rest would try nothing. */
const waysOut = /^\/(sign-out|application\/\[reference\]\/(leave|erase|withdraw|return-code))$/;

/** Every page and endpoint as several viewers, and every form that they find there. */
export async function targetsOf({ server, routes, placesOf, lived }: Looking): Promise<Target[]> {
	const targets: Target[] = [];
	for (const route of routes)
		for (const params of placesOf(route).slice(0, 1))
			for (const sender of senders)
				targets.push(...(await look(server, route, params, lived.cookies[sender])));
	return targets;
}

async function look(server: string, route: Route, params: Params, cookie: string): Promise<Target[]> {
	const address = addressOf(route, params);
	const about = { route: route.id, cookie, places: Object.values(params) };
	const page: Target = { ...about, method: 'GET', address, pattern: patternOf(route), controls: [] };
	if (!route.actions.length || (cookie && waysOut.test(route.id))) return [page];
	const answer = await fetch(server + address, {
		headers: { cookie, accept: 'text/html' },
		redirect: 'manual'
	});
	const forms = formsIn(await answer.text(), address).filter((form) => form.method === 'post');
	return [page, ...forms.map(({ action, controls }) => formTarget(about, action, controls))];
}

function formTarget(
	about: Pick<Target, 'route' | 'cookie' | 'places'>,
	action: string,
	controls: Target['controls']
): Target {
	return { ...about, method: 'POST', address: action, pattern: action, controls };
}

/** The address with `{0}`, `{1}` … where its places are. */
function patternOf(route: Route): string {
	const places = Object.fromEntries(route.params.map((name, place) => [name, `{${place}}`]));
	return addressOf(route, places).replace(/%7B(\d)%7D/g, '{$1}');
}
