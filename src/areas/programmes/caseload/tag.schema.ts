import * as v from 'valibot';
import { BeginExpression } from '../expression.schema.ts';

/** Told apart by their name; the colour helps the eye. */
export const colours = ['slate', 'red', 'amber', 'green', 'blue', 'violet'] as const;
export type Colour = (typeof colours)[number];
export type Tag = { id: string; name: string; colour: Colour };

const slug = BeginExpression.entries.slug;
const tag = v.pipe(v.string('missing'), v.uuid('wrong-kind'));
/** One line, without what spaces there are around and within it. */
export const ShortName = v.pipe(
	v.string('missing'),
	v.transform((text) => text.replaceAll(/\s+/g, ' ').trim()),
	v.minLength(1, 'missing'),
	v.maxLength(40, 'too-long')
);

export const InCallOnly = v.object({ slug });
export const ByTag = v.object({ slug, tag });
export const MakeTag = v.object({ slug, name: ShortName, colour: v.picklist(colours, 'missing') });
export const ChangeTag = v.object({ ...MakeTag.entries, tag });
