import * as v from 'valibot';
import { boxes } from './boxes.ts';
import { About, exactly, Key, list, most, Name, some, whole, yesOrNo } from './shape.ts';
import { faultsOf } from './template-faults.ts';
import { anonymities, deeds, fieldKinds, marks, pictures, type Template } from './template.ts';

const Lane = exactly({
	key: Key,
	name: Name,
	prompt: About,
	letter: v.pipe(v.string('wrong-kind'), v.regex(/^[a-z]$/, 'wrong-kind')),
	feeds: v.nullable(v.picklist(boxes, 'not-an-option')),
	isOptional: yesOrNo
});

const Axis = exactly({ name: Name, low: Name, high: Name });

const Field = exactly({
	key: Key,
	name: Name,
	kind: v.picklist(fieldKinds, 'not-an-option'),
	options: list(exactly({ key: Key, name: Name }), most.options)
});

const Kind = exactly({
	key: Key,
	name: Name,
	mark: v.picklist(marks, 'not-an-option'),
	colour: v.picklist([1, 2, 3, 4, 5, 6, 7], 'out-of-range'),
	fields: list(Field, most.fields),
	isAboutSomebody: yesOrNo
});

const LinkKind = exactly({
	key: Key,
	name: Name,
	from: some(Key, most.kinds),
	to: some(Key, most.kinds)
});

const Step = exactly({
	key: Key,
	name: Name,
	says: About,
	minutes: whole(1, most.minutes),
	may: list(v.picklist(deeds, 'not-an-option'), deeds.length),
	lanes: v.nullable(some(Key, most.lanes))
});

/** Typed the other way round as well: what is written in template.ts is what may be kept. */
const AsKept: v.GenericSchema<unknown, Template> = exactly({
	key: Key,
	name: Name,
	about: About,
	picture: v.picklist(pictures, 'not-an-option'),
	lanes: list(Lane, most.lanes),
	axes: v.nullable(exactly({ x: Axis, y: v.nullable(Axis) })),
	kinds: some(Kind, most.kinds),
	links: list(LinkKind, most.links),
	steps: list(Step, most.steps),
	isAnonymous: v.picklist(anonymities, 'not-an-option')
});

/** The one shape of a template: ours, a host's and one that comes in a file are judged by it. */
export const TemplateShape = v.pipe(
	AsKept,
	v.rawCheck(({ dataset, addIssue }) => {
		if (dataset.typed) for (const message of faultsOf(dataset.value)) addIssue({ message });
	})
);
