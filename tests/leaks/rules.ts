import { marks, scanned } from '../lived-in/applicants.ts';
import { slugs } from '../lived-in/calls.ts';
import { campaigns } from './campaigns.ts';
import { chosen, told } from '../lived-in/choosing.ts';
import { pending } from '../lived-in/decisions.ts';
import { beingWritten, forLater } from '../lived-in/form.ts';
import {
	allStaff,
	staff,
	whoChoose,
	withTheApplicant,
	type LivedIn,
	type Viewer
} from '../lived-in/index.ts';
import { talk } from '../lived-in/interviews.ts';
import { keptWords } from '../lived-in/kept.ts';
import { markOf } from '../lived-in/marks.ts';
import { panel } from '../lived-in/panel.ts';
import { asked } from '../lived-in/questions.ts';
import { invited } from '../lived-in/people.ts';
import { between, helpers } from '../lived-in/together.ts';
import { unpublished } from '../lived-in/toolkit.ts';
import { transcribed } from '../lived-in/transcripts.ts';
import type { Sight } from './look.ts';

/** One thing that not everybody may see: the word that gives it away, and who may see it. All others never do. */
export type Rule = {
	thing: string;
	mark: string;
	seenBy: readonly Viewer[];
	/** Where others may see it too, and why. */
	unless?: (sight: Sight) => boolean;
};

/**
 * Staff see in the outbox to whom a letter goes, so that they can hand it on where there is no post office, and mend
 * what comes back. It shows the address, and nothing of the application. Of what a conflict keeps them from they see no letter.
 */
const inTheOutbox = ({ viewer, address }: Sight) =>
	allStaff.includes(viewer) && /^(\/[a-z]{2})?\/desk\/outbox(\/|$|\?)/.test(address);

export function rulesFor({ applicants, onPaper, sentOnPaper, people }: LivedIn): Rule[] {
	const { asha, bran, cerys, dilys, gwen, haf } = applicants;
	return [
		...calls,
		...answers(
			'Asha',
			'what an applicant sent',
			['the applicant', ...withTheApplicant, ...staff],
			['community', 'place']
		),
		{
			thing: 'whom a panellist is tied to',
			mark: panel.tie,
			seenBy: ['who sits on the panel and must not read it']
		},
		{ thing: 'why something is kept from the chair', mark: panel.pinned, seenBy: staff },
		{ thing: 'why a reader gives a score', mark: panel.why, seenBy: ['who reads it for the panel'] },
		{ thing: 'why another reader gives a score', mark: panel.others, seenBy: [] },
		{ thing: 'what a reader flagged', mark: panel.flag, seenBy: [...staff, 'who reads it for the panel'] },
		...answers('Cerys', 'what was taken back', ['who took it back']).map(withOutbox),
		{
			thing: 'what an applicant needs',
			mark: marks('Asha').access,
			seenBy: ['the applicant', 'who arranges access']
		},
		{ thing: 'what somebody needed', mark: marks('Cerys').access, seenBy: ['who took it back'] },
		...later('Asha', ['the applicant', ...withTheApplicant]),
		...later('Cerys', ['who took it back']),
		{ thing: 'a draft', mark: markOf('the group of Bran'), seenBy: ['another applicant'] },
		{
			thing: 'a recording on its way',
			mark: markOf('a recording on its way to Asha'),
			seenBy: ['the applicant']
		},
		{ thing: 'what is being typed up', mark: markOf('the group on paper'), seenBy: ['who typed it up'] },
		// What we hold about somebody is theirs to read, the reason for more time too.
		{
			thing: 'why somebody has more time',
			mark: markOf('why somebody has more time'),
			seenBy: ['the applicant', ...staff]
		},
		{ thing: 'the words of an invitation', mark: talk.words, seenBy: ['the applicant', ...staff] },
		{ thing: 'the room of a video call', mark: talk.room, seenBy: ['the applicant', ...staff] },
		{
			thing: 'what is needed for an interview',
			mark: talk.needs,
			seenBy: ['the applicant', 'who arranges access']
		},
		{ thing: 'feedback that is not released', mark: pending.feedback, seenBy: staff },
		{ thing: 'why a decision is held back', mark: pending.why, seenBy: staff },
		{ thing: 'what a letter of decisions will say', mark: pending.letter, seenBy: staff },
		{ thing: 'the note of an interviewer', mark: talk.note, seenBy: staff },
		{ thing: 'a card of the toolkit that is not published', mark: unpublished.draft, seenBy: allStaff },
		{ thing: 'changes of a card that are not published', mark: unpublished.change, seenBy: allStaff },
		{ thing: 'a question nobody has answered', mark: asked.question, seenBy: allStaff },
		{ thing: 'the address for an answer', mark: asked.email, seenBy: [] },
		{
			thing: 'why somebody is asked for more',
			mark: markOf('why somebody is asked for more'),
			seenBy: ['the applicant', ...staff]
		},
		// An applicant is told that there may be notes, and whom to ask.
		{ thing: 'a note of staff', mark: markOf('the note beside Asha'), seenBy: staff },
		{ thing: 'a note beside what was taken back', mark: markOf('the note beside Cerys'), seenBy: [] },
		{ thing: 'the name of a saved filter', mark: markOf('the name of a saved filter'), seenBy: ['a lead'] },
		{
			thing: 'a transcript of a recording',
			mark: transcribed,
			seenBy: ['the applicant', ...withTheApplicant, ...staff, 'who reads it for the panel']
		},
		{ thing: 'why one was deleted early', mark: keptWords.reason, seenBy: allStaff },
		{ thing: 'the address of a request', mark: keptWords.contact, seenBy: allStaff },
		{ thing: 'the name of a tag', mark: markOf('the name of a tag').slice(0, 30), seenBy: allStaff },
		reference('a draft', bran, ['another applicant']),
		reference('what was taken back', cerys, ['who took it back']),
		// Staff know that it is there, so that a colleague can go on with it; its answers are the typist's.
		reference('what is being typed up', { reference: onPaper }, allStaff),
		reference('what was sent on paper', { reference: sentOnPaper }, allStaff),
		{ thing: 'what was sent on paper', mark: markOf('the group sent on paper'), seenBy: allStaff },
		{ thing: 'the name of a scan', mark: scanned.name, seenBy: ['who arranges access'] },
		{ thing: 'the words of a scan', mark: scanned.text, seenBy: ['who arranges access'] },
		{
			...reference('what was sent', asha, [
				'the applicant',
				...withTheApplicant,
				...staff,
				'who reads it for the panel'
			]),
			// Staff whom a conflict keeps from it see no letter about it either.
			unless: () => false
		},
		...together(dilys.reference),
		...campaigns,
		...choosing(gwen),
		...released(haf),
		{
			thing: 'the address of a member of staff',
			mark: people.lead.email,
			seenBy: ['a lead', 'an administrator']
		},
		{ thing: 'who is invited', mark: invited, seenBy: ['an administrator'], unless: inTheOutbox }
	];
}

/** Several people on one application: what they are to one another, and what of it staff read who decide. */
function together(draft: string): Rule[] {
	const onIt: readonly Viewer[] = ['the applicant', ...withTheApplicant];
	const waiting: Viewer = 'who writes another with somebody';
	return [
		{ thing: 'a comment', mark: between.comment, seenBy: onIt },
		{ thing: 'an earlier text', mark: between.earlier, seenBy: onIt },
		{ thing: 'the name of who may only read', mark: helpers.reader.name, seenBy: onIt },
		{ thing: 'the name of who may comment', mark: helpers.commenter.name, seenBy: onIt },
		{ thing: 'the name of who has not said yes', mark: helpers.unanswered.name, seenBy: onIt },
		// Staff decided on what they asked.
		{ thing: 'the name of who was taken off', mark: helpers.gone.name, seenBy: [...onIt, ...staff] },
		{ thing: 'why staff decided who leads', mark: between.why, seenBy: staff },
		...Object.entries({ reader: 'who may only read it', commenter: 'who may comment on it' } as const).map(
			([who, viewer]): Rule => ({
				thing: `the address of ${viewer}`,
				mark: helpers[who as 'reader'].email,
				seenBy: ['the applicant', viewer],
				unless: inTheOutbox
			})
		),
		{ thing: 'the address of who was taken off', mark: helpers.gone.email, seenBy: [] },
		// Staff who decide who leads a draft read the two names, and nothing by which it could be found.
		{ thing: 'the name of who asks', mark: helpers.waiting.name, seenBy: [waiting, ...allStaff] },
		{ thing: 'the name of who leads a draft', mark: between.dilys, seenBy: [waiting, ...allStaff] },
		{ thing: 'the address of who asks', mark: helpers.waiting.email, seenBy: [waiting], unless: inTheOutbox },
		reference('a draft that two people write', { reference: draft }, [waiting]),
		{ thing: 'a draft that two people write', mark: markOf('the group of Dilys'), seenBy: [waiting] }
	];
}

/** What is chosen among, and what is pending: never for whom a conflict keeps out, and for applicants not before its day. */
function choosing(gwen: { reference: string }): Rule[] {
	const { group, community, data, place, contact, email } = marks('Gwen');
	const own: Viewer = 'who waits to be told';
	const among: readonly Viewer[] = [...staff, ...whoChoose];
	const rule = (thing: string, mark: string, seenBy: readonly Viewer[]): Rule => ({ thing, mark, seenBy });
	return [
		rule('the name of a group among which is chosen', group, [own, ...staff]),
		...[community, data, place].map((mark) => rule('one among which is chosen', mark, [own, ...among])),
		rule('who sent one among which is chosen', contact, [own, ...staff]),
		rule('the address of one among which is chosen', email, [own, ...staff]),
		reference('one among which is chosen', gwen, [own, ...among]),
		rule('why the panel asks what if', chosen.asked, among),
		rule('why the panel takes a group', chosen.why, among),
		rule('why readers gave a score to one among which is chosen', chosen.reader, whoChoose),
		rule('feedback to somebody who waits', chosen.feedback, staff),
		rule('why it is held back from somebody who waits', chosen.held, staff),
		rule('what a letter will say to those who wait', chosen.letter, staff),
		rule('why staff keep one from who would choose', chosen.pinned, staff)
	];
}

/** Once everybody was told, names are shown; what a conflict keeps from somebody stays away from them. */
function released(haf: { reference: string }): Rule[] {
	const { group, community, data, place, contact, email } = marks('Haf');
	const own: Viewer = 'who was told';
	const among: readonly Viewer[] = [...staff, ...whoChoose];
	const rule = (thing: string, mark: string, seenBy: readonly Viewer[]): Rule => ({ thing, mark, seenBy });
	return [
		...[group, community, data, place].map((mark) => rule('one who was told', mark, [own, ...among])),
		rule('who sent one who was told', contact, [own, ...staff]),
		withOutbox(rule('the address of one who was told', email, [own, ...staff])),
		reference('one who was told', haf, [own, ...among]),
		rule('why readers gave a score to one who was told', told.reader, whoChoose),
		rule('feedback that was released', told.feedback, [own, ...staff]),
		rule('why staff kept one who was told from a reader', told.pinned, staff)
	];
}

const calls: Rule[] = [
	{ thing: 'a question that is being written', mark: beingWritten, seenBy: allStaff },
	{ thing: 'why a finding was left', mark: markOf('why a finding was left'), seenBy: allStaff },
	{
		thing: 'what was taken away from a form',
		mark: markOf('a section that was taken away'),
		seenBy: allStaff
	},
	{ thing: 'the address of a draft call', mark: slugs.draft, seenBy: allStaff },
	{ thing: 'the name of a draft call', mark: markOf('the name of a draft call'), seenBy: allStaff },
	{ thing: 'the words of a draft call', mark: markOf('the words of a draft call'), seenBy: allStaff },
	{
		thing: 'a correction not yet published',
		mark: markOf('a correction that is not published'),
		seenBy: allStaff
	},
	{ thing: 'a call put away', mark: markOf('the name of a call that was put away'), seenBy: allStaff },
	{
		thing: 'the note of a call put away',
		mark: markOf('the note of a call that was put away'),
		seenBy: allStaff
	}
];

/** `read`: what the panel reads of it while names are hidden. */
function answers(
	name: string,
	thing: string,
	seenBy: readonly Viewer[],
	read: readonly string[] = []
): Rule[] {
	const { group, community, data, place, contact, email, fileName, fileText } = marks(name);
	return Object.entries({ group, community, data, place, contact, email, fileName, fileText }).map(
		([key, mark]) => ({
			thing: `${thing}: ${key}`,
			mark,
			seenBy: read.includes(key) ? [...seenBy, 'who reads it for the panel'] : seenBy
		})
	);
}

/** Staff read it once the day of decisions is over, and that is weeks away. */
function later(name: string, seenBy: readonly Viewer[]): Rule[] {
	return Object.entries(forLater(name)).map(([key, mark]) => ({
		thing: `what ${name} says for after the decision: ${key}`,
		mark,
		seenBy
	}));
}

function withOutbox(rule: Rule): Rule {
	return rule.mark.includes('@') ? { ...rule, unless: inTheOutbox } : rule;
}

function reference(thing: string, { reference }: { reference: string }, seenBy: readonly Viewer[]): Rule {
	return { thing: `the reference of ${thing}`, mark: reference.toLowerCase(), seenBy, unless: inTheOutbox };
}
