import * as v from 'valibot';

/** The accepted place of a programme. */
export const ByPlace = v.object({ place: v.pipe(v.string('missing'), v.uuid('wrong-kind')) });
