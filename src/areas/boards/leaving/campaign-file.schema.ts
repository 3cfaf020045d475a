import * as v from 'valibot';
import { cares, parts, shareLevels, Slug, type Whole } from '#areas/campaigns';
import { kindsOfCampaign } from '#areas/campaigns';
import { boxes } from '../boxes.ts';
import { mostPhotos, photoLimits } from '../photos/photo.ts';
import { Day, exactly, Key, list, most as shapes, whole, written, yesOrNo } from '../shape.ts';
import { TemplateShape } from '../template.schema.ts';
import { whats, type Content as NoteContent } from '../note.ts';
import type { BoardWhole } from './board-whole.ts';

/* What a campaign's file may hold. Nobody writes so much by hand: the limits stop what is made or broken. */
export const most = {
	boards: 500,
	notes: 20_000,
	states: 300_000,
	people: 5000,
	deeds: 20_000,
	bytes: 150_000_000,
	/** What the longest lists of a file can come to, and no more than a small machine can hold. */
	values: { campaign: 200_000, board: 11_000_000 }
};

const Moment = v.pipe(
	v.string('wrong-kind'),
	v.isoTimestamp('not-a-date'),
	v.transform((value) => new Date(value)),
	v.check((value) => value.getTime() > Date.UTC(1970), 'not-a-date')
);
const Id = v.pipe(v.string('wrong-kind'), v.uuid('wrong-kind'));
const Person = v.pipe(v.string('wrong-kind'), v.regex(/^p[1-9]\d{0,5}$/, 'wrong-kind'));
const maybe = <const Shape extends v.GenericSchema>(shape: Shape) => v.nullable(shape);
const Change = whole(0, Number.MAX_SAFE_INTEGER);
const Hundredth = maybe(whole(0, 100));
const some = (longest: number) => v.pipe(written(longest), v.minLength(1, 'missing'));
const done = { at: Moment, by: maybe(Person) };
const ended = { ...done, endedAt: maybe(Moment), endedBy: maybe(Person) };

const CampaignShape = exactly({
	address: v.pipe(Slug, v.maxLength(120, 'too-long')),
	name: written(400),
	community: written(20_000),
	change: written(20_000),
	data: written(20_000),
	kind: maybe(v.picklist(kindsOfCampaign, 'not-an-option')),
	care: v.picklist(cares, 'not-an-option'),
	begunAt: Moment,
	formerNames: list(
		exactly({ address: Slug, name: written(400), isSaid: yesOrNo, until: Moment, by: maybe(Person) }),
		1000
	),
	members: list(
		exactly({
			person: Person,
			part: v.picklist(parts, 'not-an-option'),
			called: some(320),
			until: maybe(Moment),
			invitedAt: Moment,
			invitedBy: maybe(Person),
			acceptedAt: Moment,
			endedAt: maybe(Moment),
			endedBy: maybe(Person)
		}),
		most.people
	)
});

export const CampaignFile = exactly({
	format: v.literal('placard-campaign', 'wrong-kind'),
	version: v.literal(1, 'wrong-kind'),
	boards: list(whole(1, 1_000_000), most.boards),
	campaign: CampaignShape,
	people: list(exactly({ key: Person, name: maybe(written(400)) }), most.people)
});
export type CampaignFile = Omit<v.InferOutput<typeof CampaignFile>, 'campaign'> & { campaign: Whole };

const content = {
	text: written(2000),
	kind: Key,
	lane: maybe(Key),
	x: Hundredth,
	y: Hundredth,
	fields: v.record(Key, written(2000), 'wrong-kind'),
	under: maybe(Id),
	place: whole(-1_000_000_000, 1_000_000_000),
	reviewOn: maybe(
		v.pipe(
			Day,
			v.check((day) => day > '1970', 'not-a-date')
		)
	),
	links: list(exactly({ to: Id, as: Key }), 60)
};
const Content: v.GenericSchema<unknown, NoteContent> = exactly({ ...content, isStruck: yesOrNo });

/** Typed the other way round as well: what is written in board-whole.ts is what may be kept. */
const Board: v.GenericSchema<unknown, BoardWhole> = exactly({
	number: whole(1, 1_000_000),
	name: some(200),
	template: TemplateShape,
	share: v.picklist(shareLevels, 'not-an-option'),
	hidesWriters: yesOrNo,
	madeAt: Moment,
	madeBy: maybe(Person),
	putAwayAt: maybe(Moment),
	lastNote: whole(0, 1_000_000),
	lastChange: Change,
	notes: list(
		exactly({
			...content,
			id: Id,
			number: whole(1, 1_000_000),
			writtenBy: maybe(Person),
			called: maybe(written(120)),
			madeAt: Moment,
			edition: whole(1, 1_000_000),
			votes: whole(0, shapes.votes),
			struckAt: maybe(Moment)
		}),
		most.notes
	),
	states: list(
		exactly({
			...done,
			change: Change,
			note: Id,
			what: v.picklist(whats, 'not-an-option'),
			content: Content
		}),
		most.states
	),
	photos: list(
		exactly({
			...done,
			number: whole(1, 1_000_000),
			sha256: v.pipe(v.string('wrong-kind'), v.regex(/^[0-9a-f]{64}$/, 'wrong-kind')),
			size: whole(1, photoLimits.bytes),
			keptAt: Moment,
			keptBy: maybe(Person)
		}),
		mostPhotos
	),
	moments: list(exactly({ ...done, name: some(200), change: Change }), most.deeds),
	agreements: list(
		exactly({ ...ended, box: v.picklist(boxes, 'not-an-option'), change: Change }),
		most.deeds
	),
	pointers: list(
		exactly({
			...ended,
			note: Id,
			target: maybe(Id),
			address: maybe(v.pipe(written(2000), v.regex(/^(https?:\/\/[^\s/]|\/(?![/\\]))\S*$/, 'not-a-link'))),
			says: written(200),
			isSource: yesOrNo
		}),
		most.deeds
	)
});

export const BoardFile = exactly({
	format: v.literal('placard-campaign-board', 'wrong-kind'),
	version: v.literal(1, 'wrong-kind'),
	board: Board
});
