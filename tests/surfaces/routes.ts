import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import settings from '../../project.inlang/settings.json' with { type: 'json' };

export type Route = {
	/** As its folder under src/routes: `/programmes/[slug]`. */
	id: string;
	params: string[];
	isPage: boolean;
	/** Names of its form actions; `default` is the one without a name. */
	actions: string[];
	/** What an endpoint answers to. */
	methods: string[];
};

/** Everything the built server answers to, asked of the build itself, so that no new route is forgotten. */
export function builtRoutes(): Route[] {
	if (!existsSync('build/server/manifest.js'))
		throw new Error('Placard is not built here: run `npm run check build` first.');
	const script = path.join(import.meta.dirname, 'print-routes.ts');
	const printed = execFileSync(process.execPath, [script], {
		encoding: 'utf8',
		env: { ...process.env, PLACARD_JOBS: 'off' }
	});
	return JSON.parse(printed) as Route[];
}

/** `/programmes/[slug]` with its places filled in. */
export function addressOf(route: Pick<Route, 'id'>, params: Record<string, string>): string {
	const path = route.id
		.replace(/\/\([^/]+\)/g, '')
		.replace(/\[(\.\.\.)?(\w+)(?:=\w+)?\]/g, (_, rest: string | undefined, name: string) => {
			const value = params[name];
			if (value === undefined) throw new Error(`Nobody says what [${name}] of ${route.id} is`);
			return rest ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
		});
	return path || '/';
}

/**
 * The same address in English and in Welsh, the two that the desk speaks; with LEAKS=all in every language that we
 * speak, which takes more than twice as long.
 */
export function inEveryLanguage(address: string): string[] {
	const asked = process.env['LEAKS'] === 'all' ? settings.locales : ['en', 'cy'];
	return asked.map((locale) =>
		locale === settings.baseLocale ? address : `/${locale}${address === '/' ? '' : address}`
	);
}
