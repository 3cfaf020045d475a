import type { Plugin } from 'vite';

/**
 * postgres.js 3.4.9 does not bear the loss of a connection within a transaction. It rolls back on the connection that
 * is gone, which takes the whole process down (porsager/postgres#1154 and #1208, open); and what then still waits, or
 * the farewell of the database, meets whoever has the connection next: they wait for ever, or get an answer that is
 * another's. Until that is mended there it is mended here, while the server is built: a statement on a lost connection
 * is refused, and nothing of it is left. A release with other lines stops the build, so that this can go.
 */
const mends: [theirs: string, ours: string][] = [
	[
		`    if (terminated)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options))
`,
		`    if (terminated || socket === null)
      return queryError(q, Errors.connection('CONNECTION_DESTROYED', options)), true
`
	],
	[
		`    incomings = null
    clearImmediate(nextWriteTimer)
`,
		`    incomings = null
    clearImmediate(nextWriteTimer)
    nextWriteTimer = chunk = errorResponse = null
`
	],
	[
		`    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))
`,
		`    if (query || sent.length) error(Errors.connection('CONNECTION_CLOSED', options, socket))
    query = null
`
	],
	['        return fetchArrayTypes()\n', '        return void fetchArrayTypes().catch(() => {})\n']
];

export function mendedDriver(): Plugin {
	return {
		name: 'placard-mended-driver',
		enforce: 'pre',
		config: () => ({ ssr: { noExternal: ['postgres'] } }),
		transform: {
			filter: { id: /\/postgres\/src\/connection\.js$/ },
			handler: (code) => ({ code: mends.reduce(mended, code), map: null })
		}
	};
}

function mended(code: string, [theirs, ours]: [string, string]): string {
	if (code.split(theirs).length !== 2)
		throw new Error('postgres.js changed: see src/server/db/mended-driver.ts');
	return code.replace(theirs, ours);
}
