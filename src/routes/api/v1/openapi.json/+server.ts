import type { RequestEvent } from '@sveltejs/kit';
import { formShapes } from '#areas/forms';
import { openApi } from '#server/api';
import { fresh } from '#server/web';
import { operations } from '../operations.ts';

/** The document is for programs and those who write them: it is in English. */
export const GET = (event: RequestEvent) =>
	fresh(event, {
		body: JSON.stringify(
			openApi(operations, {
				title: 'Placard',
				version: '1',
				server: `${event.url.origin}/api/v1`,
				describe: 'Programs see what the member of staff who made their token may see, and never more.',
				named: formShapes
			}),
			null,
			'\t'
		),
		type: 'application/json; charset=utf-8',
		shared: true
	});
