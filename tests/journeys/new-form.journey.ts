import { afterAll } from 'vitest';
import type { Question } from '#areas/forms';
import { aCall } from '../call-world.ts';
import { begun, save } from '../expression-world.ts';
import { publishQuestions } from '../form-world.ts';
import { openLetterBox } from '../letter-box.ts';
import { Applicant } from './applicant.ts';
import { expect, journey, setOut, ways, type Walk } from './journey.ts';

/* Somebody is half-way through when the questions change: they are told what, choose, and lose no word. */
const box = await openLetterBox();
afterAll(() => box.close());
const walked = {
	'with-script': ways['with script'],
	'without-script': ways['without script'],
	'on-a-phone': ways['on an old phone, 320 px wide']
};
setOut({ SMTP_URL: box.url }, async (placard) => {
	for (const slug of Object.keys(walked))
		await placard.do((world) =>
			aCall(world, { slug, opens: '2020-01-01T00:00', closes: '2099-03-11T12:00' })
		);
});

const words = 'The choir of the estate sings about damp.';
const why = { key: 'why-now', kind: 'long-text', label: { text: 'Why now?' }, required: true, seenBy: 'panel', neededBy: ['choosing'] } as Question; // prettier-ignore

/** Changed help, an option and a question taken out. */
function second(one: Question): Question | undefined {
	if (one.key === 'group') return { ...one, help: { text: 'As your neighbours say it.' } };
	if (one.key === 'stage' && one.kind === 'choice')
		return { ...one, options: one.options.filter(({ value }) => value !== 'idea') };
	return one.key === 'lead-more' ? undefined : one;
}
const third = (one: Question) =>
	one.key === 'why-now' ? { ...one, label: { text: 'Why this year?' } } : one;
const fourth = (one: Question) =>
	one.key === 'why-now' ? { ...one, label: { text: 'Why at this moment?' } } : one;

const told = [
	'The help beside “What is your group or campaign called?” has changed.',
	'“We have an idea” is not among the answers to “How far has the campaign got?” any more.',
	'“Why now?” is a new question.',
	'is not asked any more. What you wrote there is kept for you alone.'
];

for (const [slug, options] of Object.entries(walked))
	journey(`the questions change under a draft, ${slug}`, options, async (walk) => {
		const { page, placard, look } = walk;
		const applicant = new Applicant(walk);
		const { home, email } = await halfWay(walk, slug);
		await placard.do((world) => publishQuestions(world, second, [why], new Date(), slug));
		await isWrittenTo(email);

		await page.goto(home);
		await look('a list of tasks when the questions have changed');
		await applicant.follow('See what changed, and choose');
		await applicant.isAt('The questions have changed');
		await look('what changed');
		for (const sentence of told) expect(await page.getByRole('main').innerText()).toContain(sentence);

		await applicant.press('Stay with the questions I began with');
		expect(await page.getByRole('link', { name: 'See what changed, and choose' }).count()).toBe(0);
		await page.goto(`${home}/answer/lead`);
		expect(await page.locator('#lead-more').inputValue()).toBe(words);

		await placard.do((world) => publishQuestions(world, third, [], new Date(), slug));
		await page.goto(home);
		await applicant.follow('See what changed, and choose');
		expect(await page.getByRole('main').innerText()).toContain('“Why this year?” is a new question.');
		await placard.do((world) => publishQuestions(world, fourth, [], new Date(), slug));
		await applicant.press('Go over to the new questions');
		expect(await page.getByRole('alert').innerText()).toContain('The questions have changed once more');
		await look('a form that changed while somebody read what changed');
		expect(await page.getByRole('main').innerText()).toContain('“Why at this moment?” is a new question.');
		await applicant.press('Go over to the new questions');
		await keptEveryWord(walk, home);
	});

type Home = { home: string; email: string };

async function halfWay({ context, placard }: Walk, slug: string): Promise<Home> {
	const email = `asha-${slug}@example.org`;
	const { reference, token } = await placard.do(async (world) => {
		const now = new Date();
		const held = await begun(world, { slug, now });
		await save(world, held, 'group', { group: 'Damp Watch' }, now);
		await save(world, held, 'stage', { stage: 'idea' }, now);
		await save(world, held, 'lead', { lead: 'together', 'lead-more': words }, now);
		await save(world, held, 'contact', { 'contact-name': 'Asha Rahman', email, telephone: '' }, now);
		return held;
	});
	const url = `${placard.address}/application/${reference}`;
	await context.addCookies([{ name: 'placard_application', value: token, url }]);
	return { home: `/application/${reference}`, email };
}

/** What changed, in words, and nothing of what they wrote. */
async function isWrittenTo(email: string): Promise<void> {
	const letter = () =>
		box.letters.find(
			({ to, text }) => to.includes(email) && text.includes('The questions of Spring programme')
		);
	await expect.poll(() => letter()?.text, { timeout: 30_000 }).toContain('“Why now?” is a new question.');
	const text = letter()!.text.replace(/\s+/g, ' ');
	for (const sentence of told) expect(text).toContain(sentence);
	expect(text).not.toContain(words);
}

async function keptEveryWord({ page, look }: Walk, home: string): Promise<void> {
	await page.goto(`${home}/check`);
	await look('answers to a form that one went over to');
	const text = await page.getByRole('main').innerText();
	expect(text).toContain('Damp Watch');
	expect(text).toContain('Why at this moment?');
	const [asked, aside] = text.split('What you wrote that we do not ask any more');
	expect(asked).not.toContain(words);
	expect(aside).toContain(words);
	await page.goto(`${home}/answer/group`);
	expect(await page.getByText('As your neighbours say it.').count()).toBe(1);
	expect(await page.locator('#group').inputValue()).toBe('Damp Watch');
	await page.goto(`${home}/answer/lead`);
	expect(await page.locator('#lead-more').count()).toBe(0);
	await page.goto(`${home}/answer/stage`);
	expect(await page.getByLabel('We have an idea').count()).toBe(0);
}
