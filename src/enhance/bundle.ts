import { build, type Plugin, type Rolldown } from 'vite';

const entry = 'src/enhance/page.ts';
/** Kit copies this folder of the server's build to where browsers reach it, and lets them keep it for a year. */
const folder = '_app/immutable/assets/';
const virtual = 'virtual:enhance';

/**
 * Makes the small scripts of src/enhance into /_app/immutable/assets/*.js, apart from Kit's own client (pages are
 * documents, `csr = false`). The server learns the address as `import address from 'virtual:enhance'`.
 * In development the files are served as they are.
 */
export function enhancements(): Plugin {
	let made: Promise<Rolldown.OutputChunk[]> | undefined;
	let isBuild = false;
	return {
		name: 'placard-enhance',
		configResolved: ({ command }) => void (isBuild = command === 'build'),
		resolveId: (id) => (id === virtual ? `\0${virtual}` : undefined),
		async load(id) {
			if (id !== `\0${virtual}`) return;
			const address = isBuild ? addressOf(await (made ??= bundle())) : `/${entry}`;
			return `export default ${JSON.stringify(address)};`;
		},
		async generateBundle() {
			if (this.environment.name !== 'ssr') return;
			for (const { fileName, code } of await (made ??= bundle()))
				this.emitFile({ type: 'asset', fileName: folder + fileName, source: code });
		}
	};
}

function addressOf(chunks: Rolldown.OutputChunk[]): string {
	return `/${folder}${chunks.find((chunk) => chunk.isEntry)!.fileName}`;
}

export async function bundle(): Promise<Rolldown.OutputChunk[]> {
	const result = await build({
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		base: './',
		build: {
			write: false,
			// Old phones: what every browser since 2020 reads.
			target: 'es2020',
			// As a library: without Vite's own loader around every import (1 kB on every page).
			lib: { entry, formats: ['es'] },
			rolldownOptions: {
				output: {
					entryFileNames: '[name]-[hash].js',
					chunkFileNames: '[name]-[hash].js',
					minify: true
				}
			}
		}
	});
	const { output } = [result].flat()[0] as Rolldown.RolldownOutput;
	return output.filter((one) => one.type === 'chunk');
}
