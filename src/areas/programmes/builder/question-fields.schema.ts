import * as v from 'valibot';
import { media, type QuestionKind } from '#areas/forms';
import { fileKinds, type FileKind } from '#shared/file-kinds';
import { neededText, number, oneOf, rows, someOf, text, ticked } from '#shared/fields';
import { audiences } from '../starter-form.ts';
import { needs } from '../form/keeping.ts';
import { lists } from '../form/setting.ts';
import { kinds } from './kinds.ts';

const kind = v.picklist(kinds as [QuestionKind, ...QuestionKind[]], 'not-an-option');
const most = (limit: number) => number({ least: 1, most: limit });

/** Everything that a page asks of one question. What its kind does not have is not read. */
export const QuestionFields = v.object({
	kind,
	label: neededText(2000),
	help: text(6000),
	required: ticked,
	seenBy: v.picklist(audiences, 'not-an-option'),
	personal: ticked,
	purpose: text(6000),
	neededBy: someOf(needs),
	keptMonths: number({ most: 240 }),
	/** Not asked where Placard fills it in: then it stays. */
	keptFor: v.optional(text(6000)),
	whenMissing: text(2000),
	unless: v.optional(
		v.pipe(
			v.union([v.array(v.string()), v.string()], 'wrong-kind'),
			v.transform((keys) => [keys].flat().filter(Boolean))
		),
		() => []
	),
	maxWords: most(20_000),
	options: text(60_000),
	optionsFrom: oneOf(Object.keys(lists) as [string, ...string[]]),
	list: ticked,
	atMost: most(1000),
	first: most(1000),
	reason: v.optional(v.picklist(['yes', 'no', 'either'], 'not-an-option'), 'either'),
	least: text(20),
	most: text(20),
	decimal: ticked,
	accept: someOf(Object.keys(fileKinds) as FileKind[]),
	media: someOf(media),
	mostMegabytes: most(2000),
	mostMinutes: most(600),
	keepCondition: ticked,
	join: v.optional(v.picklist(['all', 'any'], 'not-an-option'), 'all'),
	rules: rows({ rule: text(500), number: text(30) }, 40)
});
export type QuestionFields = v.InferOutput<typeof QuestionFields>;
