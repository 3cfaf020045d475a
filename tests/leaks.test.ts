import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actsOf, actsOfHelpers, stateOf } from './leaks/acts.ts';
import { anonymous, difference, steady, withoutAddress } from './leaks/compare.ts';
import { hiddenFrom, nobodys, wordsIn } from './leaks/hidden.ts';
import { everyLetterSent, isNeverWritten, readerOf, secretsIn } from './leaks/letters.ts';
import {
	addressesOf,
	addressesWith,
	isInOneLanguage,
	look,
	lookAround,
	type Address,
	type Looking,
	type Sight
} from './leaks/look.ts';
import { queriesIn, searchesIn } from './leaks/queries.ts';
import { addressesOfCampaigns } from './leaks/campaigns.ts';
import { rulesFor, type Rule } from './leaks/rules.ts';
import { isOfChoosing, isSame, isWrittenDown, withoutClock } from './leaks/unaware.ts';
import * as m from '#words';
import { slugs } from './lived-in/calls.ts';
import { openLetterBox } from './letter-box.ts';
import { decodedWords } from './letters.ts';
import { everythingKept } from './everything-kept.ts';
import { RunningPlacard } from './journeys/server.ts';
import { marks } from './lived-in/applicants.ts';
import {
	areKept,
	moveIn,
	oneMoreIsHidden,
	settleIn,
	staff,
	viewers,
	whoChoose,
	type LivedIn
} from './lived-in/index.ts';
import { placesIn, whatIsKnown, type Known } from './lived-in/places.ts';
import { builtRoutes } from './surfaces/routes.ts';

/*
 * CONDUCT §1: what somebody may not see, they see nowhere. A thing that not everybody may see is planted as a word
 * that nobody writes by chance; then everybody looks everywhere, in every language, at everything that the built
 * server answers to. That those who may see it do see it shows that this test can fail.
 */
const outsiders = ['a visitor', 'another applicant'] as const;
let placard: RunningPlacard;
let box: Awaited<ReturnType<typeof openLetterBox>>;
let lived: LivedIn;
let known: Known;
let looking: Looking;
let addresses: Address[];
/** What outsiders saw before there was anything to hide, and what everybody sees now. */
let before: Sight[];
let sights: Sight[];
/** What those saw who must not know of it, before there was one more among which is chosen, and another decision. */
let unaware: Sight[];
let aware: Sight[];
/** What programs are shown: no more than whoever lets them in. */
let programs: Sight[];
let rules: Rule[];

beforeAll(async () => {
	box = await openLetterBox();
	placard = await RunningPlacard.start({ SMTP_URL: box.url, LOG_LEVEL: 'trace', TRUST_PROXY: '1' });
	const routes = builtRoutes();
	const server = placard.address;
	const movedIn = await moveIn(placard);
	const { bran, haf } = movedIn;
	const little = placesIn(await whatIsKnown(placard, { applicants: { bran, haf } }));
	const cookies = { 'another applicant': bran.cookie };
	before = await lookAround({ server, cookies }, outsiders, addressesOf(routes, little));
	lived = await settleIn(placard, movedIn);
	rules = rulesFor(lived);
	await everyLetterSent(placard);
	known = await whatIsKnown(placard, lived);
	rules.push(...addressesOfCampaigns(known));
	addresses = addressesOf(routes, placesIn(known));
	looking = { server, cookies: lived.cookies };
	const files = await lookAsUnaware(addresses.filter(isWrittenDown));
	unaware = [...files, ...(await lookAsUnaware(addresses.filter((one) => !isWrittenDown(one))))];
	await oneMoreIsHidden(placard, lived);
	await everyLetterSent(placard);
	aware = await lookAsUnaware(addresses.filter((one) => !isWrittenDown(one)));
	aware.push(...(await lookAsUnaware(addresses.filter(isWrittenDown))));
	sights = await lookAround(looking, viewers, addresses);
	sights.push(...(await lookAround(looking, viewers, queriesIn(sights))));
	programs = await lookAround(asPrograms(), ['a lead', chair], apiIn(addresses));
	sights.push(...programs);
}, 1_200_000);
afterAll(async () => {
	await placard?.stop();
	await box?.close();
});

const chair = 'who chairs the panel, is staff and must not read it';
const asPrograms = (): Looking => ({ server: looking.server, cookies: {}, tokens: lived.tokens });

/** Who must not know of it; and who waits, of whom something else is decided meanwhile. */
async function lookAsUnaware(some: readonly Address[]): Promise<Sight[]> {
	const those = some.filter((one) => isOfChoosing(one, lived));
	const seen = await lookAround(looking, [...areKept, 'who waits to be told', ...outsiders], those);
	return seen.concat(await lookAround(asPrograms(), [chair], apiIn(those)));
}

/** Of the calls whose lists are searched alike, those in which there is something to hide; and in one language. */
const isWorthSearching = (one: Address) =>
	isInOneLanguage(one) && [undefined, slugs.open, slugs.choosing].includes(one.params['slug']);

const apiIn = (all: readonly Address[]) => all.filter(({ route }) => route.id.startsWith('/api/'));

/** Whoever asks for an address knows its words already, so they tell nothing. */
function leaksIn(sight: Sight): string[] {
	const told = withoutAddress(sight);
	return rules
		.filter(({ mark, seenBy }) => told.includes(mark) && !seenBy.includes(sight.viewer))
		.filter((rule) => !rule.unless?.(sight))
		.map(({ thing }) => `${thing}: ${said(sight)}`);
}

/** Enough to mend it by; a thousand lines of the same help nobody. */
const few = (complaints: string[]) => complaints.slice(0, 25);
const said = ({ viewer, address, status }: Sight) => `${viewer} at ${address} (${status})`;

describe('what not everybody may see', () => {
	test('is seen by nobody else, anywhere', () => {
		expect(few(sights.flatMap(leaksIn))).toEqual([]);
	});

	test('is seen by everybody who may: this test can fail', () => {
		const unseen = rules.flatMap(({ thing, mark, seenBy }) =>
			seenBy
				.filter((viewer) => !sights.some((sight) => sight.viewer === viewer && sight.shown.includes(mark)))
				.map((viewer) => `${thing}: ${viewer}`)
		);
		expect(few(unseen)).toEqual([]);
	});

	test('is seen by programs of those who may, each application by itself', () => {
		const { asha, gwen, haf } = lived.applicants;
		for (const [name, slug, { reference }] of [
			['Asha', slugs.open, asha],
			['Gwen', slugs.choosing, gwen],
			['Haf', slugs.told, haf]
		] as const) {
			const path = `programmes/${slug}/applications/${reference}`;
			const seen = programs.filter(({ params }) => params['path'] === path);
			const answers = seen.map(({ viewer, status, shown }) => [
				viewer,
				status,
				shown.includes(marks(name).group)
			]);
			expect(new Set(answers.map(String))).toEqual(new Set([`a lead,200,true`, `${chair},404,false`]));
		}
	});

	test('changes nothing of what outsiders see, not even a count', async () => {
		const changed: string[] = [];
		for (const then of before) {
			const now = await look(looking, then.viewer, then);
			const parted = difference(steady(then), steady(now));
			if (parted) changed.push(`${said(now)}: ${parted}`);
		}
		expect(few(changed)).toEqual([]);
	}, 600_000);

	test('changes nothing of what those see whom a conflict keeps from it, and who waits, not even a count', () => {
		for (const viewer of [...areKept, 'who waits to be told'])
			expect(unaware.filter((one) => one.viewer === viewer && one.status === 200).length).toBeGreaterThan(15);
		const changed = unaware.flatMap((then) => {
			const now = aware.find((one) => isSame(one, then))!;
			const parted = difference(withoutClock(then), withoutClock(now));
			return parted ? [`${said(now)}: ${parted}`] : [];
		});
		expect(few(changed)).toEqual([]);
	});

	test('of choosing is open to those who choose, and how strict a reader is to the acting chair alone', () => {
		const open = (route: string, slug: string) =>
			viewers.filter((viewer) =>
				sights.some(
					(one) =>
						one.viewer === viewer &&
						one.route.id === route &&
						one.params['slug'] === slug &&
						one.status === 200
				)
			);
		expect(open('/panel/[slug]/board', slugs.choosing)).toEqual([...staff, ...whoChoose]);
		expect(open('/panel/[slug]/board', slugs.told)).toEqual([...staff, ...whoChoose]);
		for (const page of ['calibration', 'reading', 'release', 'phases'])
			for (const slug of [slugs.choosing, slugs.told])
				expect(open(`/panel/[slug]/${page}`, slug)).toEqual(['who acts as chair']);
		expect(open('/desk/programmes/[slug]/decisions', slugs.choosing)).toEqual(staff);
		expect(open('/desk/programmes/[slug]/decisions', slugs.told)).toEqual(staff);
		const strict = m.reviews_offsets().toLowerCase();
		const told = sights.filter(({ shown }) => shown.includes(strict)).map(({ viewer }) => viewer);
		expect([...new Set(told)]).toEqual(['who acts as chair']);
	});

	test('is not found by looking for it: a word that is there answers like one that is not', async () => {
		const told: string[] = [];
		for (const search of searchesIn(sights).filter(isWorthSearching))
			for (const { thing, mark, seenBy } of rules.filter(({ seenBy }) => !seenBy.includes(search.viewer))) {
				const [one, other] = [mark, mark.replace(/\w/g, 'x')];
				const there = await look(looking, search.viewer, { ...search, address: search.address + one });
				const not = await look(looking, search.viewer, { ...search, address: search.address + other });
				const parted = difference(anonymous(there, [one]), anonymous(not, [other]));
				if (parted) told.push(`${thing} (${seenBy.join()}): ${said(there)}: ${parted}`);
			}
		expect(few(told)).toEqual([]);
	}, 600_000);
});

test('what one may not see is answered like what does not exist', async () => {
	const told: string[] = [];
	for (const viewer of viewers) {
		const hidden = hiddenFrom(viewer, lived, known);
		for (const sight of sights.filter((one) => one.viewer === viewer && isHidden(one, hidden))) {
			const parted = difference(
				anonymous(sight, hiddenWords(sight, hidden)),
				await likeNothing(sight, hidden)
			);
			if (parted) told.push(`${said(sight)}: ${parted}`);
		}
	}
	expect(few(told)).toEqual([]);
}, 600_000);

function isHidden({ params, address }: Sight, hidden: Set<string>): boolean {
	return !address.includes('?') && wordsIn(params).some((word) => hidden.has(word));
}

function hiddenWords({ params }: Sight, hidden: Set<string>): string[] {
	return wordsIn(params).filter((word) => hidden.has(word));
}

async function likeNothing(sight: Sight, hidden: Set<string>): Promise<string> {
	const params = nobodys(sight.params, hidden);
	const language = addressesWith(sight.route, sight.params).findIndex(
		({ address }) => address === sight.address
	);
	const as = sight.isProgram ? asPrograms() : looking;
	const nothing = await look(as, sight.viewer, addressesWith(sight.route, params)[language]!);
	const known = wordsIn(sight.params);
	return anonymous(
		nothing,
		wordsIn(params).filter((word) => !known.includes(word))
	);
}

test('who may not act changes nothing, and is told nothing', async () => {
	const stateBefore = await stateOf(placard);
	const leaks: string[] = [];
	for (const { viewer, at, form } of actsOf(lived, known, addresses)) {
		const answer = await look(looking, viewer, at, form);
		leaks.push(...leaksIn(answer));
	}
	expect(few(leaks)).toEqual([]);
	expect(await stateOf(placard)).toEqual(stateBefore);
}, 600_000);

test('who may only read or comment changes nothing, whatever they send', async () => {
	const stateBefore = await stateOf(placard);
	const acts = actsOfHelpers(lived, addresses);
	expect(acts.length).toBeGreaterThan(40);
	const leaks: string[] = [];
	for (const { viewer, at, form } of acts) leaks.push(...leaksIn(await look(looking, viewer, at, form)));
	expect(few(leaks)).toEqual([]);
	expect(await stateOf(placard)).toEqual(stateBefore);
}, 600_000);

describe('letters', () => {
	test('arrive, so that there is something to read', () => {
		expect(box.letters.map(({ to }) => to[0])).toContain(lived.applicants.asha.email);
		const { coordinator, ofCohort } = lived.people;
		const reviews = box.letters.filter(({ text }) => /\/boards\/1\/review$/m.test(text));
		expect(reviews.map(({ to }) => to[0]).toSorted()).toEqual([coordinator.email, ofCohort.email].toSorted());
	});

	test('say to nobody what they may not see, and say nothing at all in the subject', () => {
		const leaks = box.letters.flatMap((letter) =>
			rules.flatMap(({ thing, mark, seenBy }) => {
				const mayKnow = seenBy.includes(readerOf(letter, lived)!);
				const words = `${letter.text}${letter.html}`.toLowerCase();
				const subject = decodedWords(letter.headers.get('subject') ?? '').toLowerCase();
				const isSaid = words.includes(mark) && !(mayKnow && !isNeverWritten(thing));
				const isSubject = subject.includes(mark) && !(mayKnow && thing.startsWith('the reference'));
				return isSaid || isSubject ? [`${thing}: a letter to ${letter.to.join()}`] : [];
			})
		);
		expect(few(leaks)).toEqual([]);
	});

	test('carry secrets that stand nowhere else: no page, no table, no log', async () => {
		const secrets = [
			...secretsIn(box.letters),
			...Object.values(lived.cookies).flatMap((cookie) => cookie.split('=').slice(1))
		];
		expect(secrets.length).toBeGreaterThan(10);
		const kept = (await placard.do(({ db }) => everythingKept(db))).toLowerCase();
		const { printed, logged } = placard.said;
		const places = {
			kept,
			log: (printed + logged).toLowerCase(),
			pages: sights.map(({ shown }) => shown).join('\n')
		};
		const found = secrets.flatMap((secret) =>
			Object.entries(places)
				.filter(([, text]) => text.includes(secret.toLowerCase()))
				.map(([place]) => `${place}: ${secret}`)
		);
		expect(few(found)).toEqual([]);
	});
});

test('the log names nothing and nobody', () => {
	const log = (placard.said.printed + placard.said.logged).toLowerCase();
	expect(log.length).toBeGreaterThan(0);
	expect(rules.filter(({ mark }) => log.includes(mark)).map(({ thing }) => thing)).toEqual([]);
});
