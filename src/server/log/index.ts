import pino from 'pino';

/**
 * Names, codes and times. Never what people wrote, never an address, a link or a cookie: those fields are cut out
 * even when somebody hands them over by mistake. On standard error: what a verb of the command answers stands alone.
 */
export const log = pino(
	{
		level: process.env['LOG_LEVEL'] ?? 'warn',
		base: null,
		serializers: { err: plainError },
		redact: {
			paths: ['*.email', '*.to', '*.token', '*.secret', '*.cookie', '*.answers', '*.text', '*.body'],
			remove: true
		}
	},
	pino.destination(2)
);

/** What a library hangs on its errors (the statement, its parameters, a whole connection) stays out. */
function plainError(error: unknown) {
	const { name, message, stack, code } = error as NodeJS.ErrnoException;
	return { type: name, message, code, stack };
}
