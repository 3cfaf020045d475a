import pino from 'pino';

/**
 * Names, codes and times. Never what people wrote, never an address, a link or a cookie: those fields are cut out
 * even when somebody hands them over by mistake.
 */
export const log = pino({
	level: process.env['LOG_LEVEL'] ?? 'warn',
	base: null,
	redact: {
		paths: [
			'*.email',
			'*.to',
			'*.token',
			'*.secret',
			'*.cookie',
			'*.answers',
			'*.text',
			'*.body',
			'err.details',
			'err.parameters',
			'err.args',
			'err.query',
			'err.detail'
		],
		remove: true
	}
});
