import { markOf } from '../lived-in/marks.ts';
import { livedIn, type LivedIn } from '../lived-in/index.ts';
import { slugs } from '../lived-in/calls.ts';
import { expect, journey, setOut, type Walk } from './journey.ts';
import type { RunningPlacard } from './server.ts';

/* What staff and applicants say to each other while a call runs, in a Placard that is lived in. */
let lived: LivedIn;
const desk = `/desk/programmes/${slugs.open}`;

setOut({ SMTP_URL: '' }, async (placard) => {
	lived = await livedIn(placard);
});

const everyWay = { 'with script': {} };

for (const [way, options] of Object.entries(everyWay))
	journey(`an applicant answers what they are asked for, ${way}`, options, async (walk) => {
		const { page, look } = walk;
		const { asha } = lived.applicants;
		await become(walk, lived.cookies['the applicant']);
		await page.goto(`/application/${asha.reference}`);
		await look('an application with news');
		await page.getByRole('link', { name: 'See what we ask' }).click();
		await look('what is asked');
		await page.getByRole('link', { name: 'Answer these questions' }).click();
		await look('answering');
		await page.getByRole('textbox').first().fill(`Leeds, ${way}`);
		await page.getByRole('button', { name: 'Save these answers' }).click();
		await expect.poll(() => page.getByText('Your answers are saved').count()).toBe(1);
		await page.getByRole('button', { name: 'Tell the host' }).click();
		await expect.poll(() => page.getByText('needs an answer').count()).toBeGreaterThan(0);
		await look('what is asked, with a problem');

		await become(walk, lived.cookies['a lead']);
		await page.goto(`${desk}/expressions/${asha.reference}/more`);
		await expect.poll(() => page.getByText(`Leeds, ${way}`).count()).toBeGreaterThan(0);
		await look('asking for more');
		await page.goto(`${desk}/more`);
		await look('everybody who was asked');
	});

for (const [way, options] of Object.entries(everyWay))
	journey(`an applicant moves their interview, and staff see the day, ${way}`, options, async (walk) => {
		const { page, look } = walk;
		const { asha } = lived.applicants;
		await become(walk, lived.cookies['the applicant']);
		await page.goto(`/application/${asha.reference}/interview?zone=Africa/Nairobi`);
		await look('an interview');
		await page.getByText('Change the time, or say what you need').click();
		await page.getByRole('radio').nth(1).check();
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect.poll(() => page.getByText('In your time').count()).toBe(1);
		await become(walk, lived.cookies['a lead']);
		for (const [name, address] of Object.entries(staffPages(asha.reference, lived.sentOnPaper))) {
			await page.goto(address);
			await look(name);
		}
		expect(await page.getByText(markOf('what is needed for an interview')).count()).toBe(0);
	});

const staffPages = (reference: string, other: string) => ({
	'the days of interviews': `${desk}/interviews`,
	'offering times': `${desk}/interviews/offer`,
	'one interview': `${desk}/expressions/${reference}/interview`,
	inviting: `${desk}/expressions/${other}/interview`,
	'two that look like one': `${desk}/duplicates`,
	'two beside each other': `${desk}/duplicates/${reference}/${other}`,
	'what was also sent': `${desk}/expressions/${reference}`,
	'marked as spam': `${desk}/spam`,
	'is it spam?': `${desk}/expressions/${reference}/spam`
});

/** Another person sits down at this browser. */
async function become(
	{ context, placard }: { context: Walk['context']; placard: RunningPlacard },
	cookie: string
) {
	await context.clearCookies();
	const [name, value] = cookie.split('=') as [string, string];
	await context.addCookies([{ name, value, url: placard.address, httpOnly: true, sameSite: 'Lax' }]);
}
