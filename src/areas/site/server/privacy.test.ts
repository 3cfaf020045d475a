import { afterEach, expect, test, vi } from 'vitest';
import { closeCall, nameArranger, reviseCall, showDraft } from '#areas/programmes/server';
import { linesOf, privacyNotice, type PrivacyFacts } from '#areas/site';
import { saveWords, showPrivacy } from '#areas/site/server';
import { cookies } from '#shared/cookies';
import { inLanguage } from '#words/language';
import { aCall, lead } from '../../../../tests/call-world.ts';
import { joins } from '../../../../tests/lived-in/people.ts';
import { administrator } from '../../../../tests/site-world.ts';
import { someDay, withWorld, type World } from '../../../../tests/world.ts';

afterEach(() => vi.unstubAllEnvs());

const facts = (world: World) => showPrivacy.within(world.as(), { locale: 'en' });
const notice = async (world: World) => linesOf(privacyNotice(await facts(world)));
const hostWords = { name: 'Common Ground', contact: 'hello@example.org', words: {} };

/** What the notice says after a change, and did not say before; and the other way round. */
async function difference(world: World, change: () => unknown) {
	const before = await notice(world);
	await change();
	const after = await notice(world);
	return {
		gone: before.filter((line) => !after.includes(line)),
		come: after.filter((line) => !before.includes(line))
	};
}

test(
	'a call that keeps things longer makes the notice say so',
	withWorld(async (world) => {
		const { id } = await aCall(world, { content: { keep: { months: '6', draftDays: '40' } } });
		expect(await notice(world)).toContain(
			'Spring programme | 40 days after the deadline | 6 months after the decisions'
		);
		const { gone, come } = await difference(
			world,
			() =>
				world.db`update programmes.version set content = jsonb_set(content, '{keep}', '{"what": "Minutes stay.", "months": 9, "draftDays": 40}') where call = ${id}`
		);
		expect(gone).toEqual(['Spring programme | 40 days after the deadline | 6 months after the decisions']);
		expect(come).toEqual([
			'Spring programme | 40 days after the deadline | 9 months after the decisions',
			'Minutes stay.'
		]);
	})
);

test(
	'how long a question about a call is kept is said, with the figures that delete it',
	withWorld(async (world) => {
		await aCall(world);
		const lines = await notice(world);
		const { answered, unanswered } = (await facts(world)).practices.questions;
		const line = lines.find((one) => one.includes('What you ask about a call'));
		expect([answered, unanswered]).toEqual([30, 180]);
		expect(line).toContain(`${answered} days after we dealt with`);
		expect(line).toContain(`${unanswered} days after you asked`);
	})
);

test(
	'what staff write and do not publish is not in the notice yet',
	withWorld(async (world) => {
		const { slug } = await aCall(world);
		const { edition } = await showDraft.within(world.as(lead), { slug });
		const keep = { what: 'Minutes stay.', months: '9', draftDays: '40' };
		const { come } = await difference(world, () =>
			reviseCall.within(world.as(lead), { slug, edition, content: { keep } })
		);
		expect(come).toEqual([]);
	})
);

test(
	'every question of the form is there, with who reads its answer',
	withWorld(async (world) => {
		await aCall(world);
		const { practices } = await facts(world);
		const asks = practices.calls[0]!.asks;
		expect(asks.length).toBeGreaterThan(15);
		const lines = await notice(world);
		for (const { label } of asks) expect(lines.some((line) => line.includes(`: ${label}`))).toBe(true);
		expect(lines).toContain('Read by: staff alone: Your name (about a person)');
	})
);

test('a question that is added, or shown to others, or found to be personal, changes the notice', () => {
	const with_ = (asks: PrivacyFacts['practices']['calls'][number]['asks']) =>
		linesOf(privacyNotice(someFacts({ asks })));
	const plain = { key: 'a', label: 'Your shoe size?', seenBy: 'staff', personal: false } as const;
	expect(with_([plain])).toContain('Read by: staff alone: Your shoe size?');
	expect(with_([{ ...plain, personal: true }])).toContain(
		'Read by: staff alone: Your shoe size? (about a person)'
	);
	expect(with_([{ ...plain, seenBy: 'panel' }])).toContain(
		'Read by: staff, and the people who help to choose: Your shoe size?'
	);
	expect(with_([]).join()).not.toContain('shoe');
});

test(
	'whoever is named to arrange access is named in the notice',
	withWorld(async (world) => {
		const { slug } = await aCall(world);
		const { id: person } = await joins(world, someDay, { name: 'Bea', roles: ['lead'] });
		const { gone, come } = await difference(world, () =>
			nameArranger.within(world.as(administrator), {
				slug,
				person,
				shownAs: 'Bea, access worker',
				until: null
			})
		);
		expect(gone[0]).toContain('nobody, until somebody is named');
		expect(come[0]).toContain('only Bea, access worker');
	})
);

test(
	'settings of the server change it: how long letters are kept, who carries them, where files lie',
	withWorld(async (world) => {
		await aCall(world);
		const { come } = await difference(world, () => {
			vi.stubEnv('MAIL_KEEP_DAYS', '31');
			vi.stubEnv('SMTP_URL', 'smtp://localhost:25');
			for (const [name, value] of Object.entries({
				ENDPOINT: 'http://localhost',
				BUCKET: 'b',
				KEY_ID: 'k',
				SECRET: 's'
			}))
				vi.stubEnv(`FILES_S3_${name}`, value);
		});
		expect(come).toHaveLength(3);
		expect(come[0]).toContain('is kept for 31 days');
		expect(come[1]).toContain('mail service');
		expect(come[2]).toContain('storage service');
	})
);

test(
	'what the host says of itself, of back-ups and of its legal ground is there in the reader’s language',
	withWorld(async (world) => {
		await aCall(world);
		const words = { en: { privacy: 'Our ground is legitimate interest.' } };
		const { come } = await difference(world, () =>
			saveWords.within(world.as(administrator), {
				...hostWords,
				words,
				backupDays: '30',
				edition: 0,
				languages: ['en', 'cy']
			})
		);
		expect(come).toEqual([
			expect.stringContaining('Common Ground runs this site'),
			'Questions about this page: hello@example.org',
			expect.stringContaining('Back-ups are kept for 30 days'),
			'Our ground is legitimate interest.'
		]);
		const data = await facts(world);
		const welsh = inLanguage('cy', () => linesOf(privacyNotice(data)));
		expect(welsh).toContain('Cwcis');
		expect(welsh.join()).toContain('30 diwrnod');
	})
);

test(
	'a closed call is still told of, since what was sent to it is still kept',
	withWorld(async (world) => {
		const { slug } = await aCall(world);
		const { gone } = await difference(world, () =>
			closeCall.within(world.as(lead), { slug, note: 'Enough.' })
		);
		expect(gone).toEqual([]);
	})
);

test('calls that ask different things are told apart', () => {
	const one = { key: 'a', label: 'One?', seenBy: 'staff', personal: false } as const;
	const base = someFacts({ asks: [one] });
	const [first] = base.practices.calls;
	const other = { ...first!, name: 'Autumn', asks: [{ ...one, label: 'Other?' }] };
	const lines = linesOf(privacyNotice({ ...base, practices: { ...base.practices, calls: [first!, other] } }));
	expect(lines).toContain('What “Spring” asks');
	expect(lines).toContain('What “Autumn” asks');
});

test('every cookie stands in the table with its life', () => {
	const lines = linesOf(privacyNotice(someFacts({ asks: [] })));
	for (const { name, days } of Object.values(cookies))
		expect(
			lines.some(
				(line) => line.startsWith(`${name} | `) && line.endsWith(` | ${days} ${days === 1 ? 'day' : 'days'}`)
			)
		).toBe(true);
});

function someFacts(call: Partial<PrivacyFacts['practices']['calls'][number]>): PrivacyFacts {
	const spring = {
		slug: 'spring',
		name: 'Spring',
		language: 'en' as const,
		keeping: { months: 6, draftDays: 40 },
		says: '',
		asks: [],
		arrangers: []
	};
	return {
		host: { name: null, contact: null, privacy: null, backupDays: null },
		practices: {
			calls: [{ ...spring, ...call }],
			daysToPurge: 14,
			daysOpen: 30,
			daysArriving: 1,
			questions: { answered: 30, unanswered: 180 },
			equality: { asks: [], smallestShown: 5 }
		},
		accounts: {
			link: 1_200_000,
			idle: 43_200_000,
			session: 1_209_600_000,
			request: 172_800_000,
			left: 63_072_000_000
		},
		triesKept: 86_400_000,
		letters: { days: 90, hasPostOffice: false },
		photoDays: 7,
		filesLieElsewhere: false,
		cookies
	};
}
