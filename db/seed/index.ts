import sharp from 'sharp';
import { chooseAccent, saveWords, setLogo } from '#areas/site/server';
import { addReturnCode } from '#areas/programmes/server';
import { markBounced } from '#server/mail';
import { inTransaction } from '#server/db';
import { absolute } from '#shared/public-address';
import { isEmpty, newestLetter, withTheSameIds } from './ids.sql.ts';
import { campaignAtWork } from './campaign.ts';
import { campaignsOf2024 } from './public-campaigns.ts';
import { accent, host } from './people.ts';
import { nextYear, theYearBefore, thisYear } from './programmes.ts';
import { staffJoin, type Staff } from './staff.ts';
import { Story } from './story.ts';

/** How to look around in the world that was made. */
export type Ways = { slug: string; returnLink: string };

/**
 * A small true-to-life world in an empty database: one programme open, one past, one begun; applications in every
 * state; five people on staff; their letters. Made by the use cases, in the order in which it happened. Null: there
 * is something here already, and it stays as it is.
 */
export async function seed(today = new Date()): Promise<Ways | null> {
	return inTransaction(async (db) => {
		if (!(await isEmpty(db))) return null;
		return withTheSameIds(db, () => make(new Story(db, today)));
	});
}

async function make(story: Story): Promise<Ways> {
	const staff = await staffJoin(story, -430);
	await openHouse(story, staff);
	await theYearBefore(story, staff);
	const { slug, draft } = await thisYear(story, staff);
	await nextYear(story, staff);
	await oneComesBack(story, staff);
	await campaignsOf2024(story, staff);
	await campaignAtWork(story);
	const code = await addReturnCode.within(story.as(draft, story.today), { reference: 'FRW-427' });
	return { slug, returnLink: absolute(`/return/${code}`) };
}

async function openHouse(story: Story, { rhian }: Staff): Promise<void> {
	const as = story.as(rhian, story.at(-428, '09:40'));
	await saveWords.within(as, { ...host, languages: [...host.languages], edition: 0 });
	await chooseAccent.within(as, { accent });
	const logo = new File([new Uint8Array(await tally())], 'tallyhouse.png');
	await setLogo.within(as, { logo, holdsName: 'no' });
}

/** Four strokes and one across. */
function tally(): Promise<Buffer> {
	const strokes = [30, 62, 94, 126].map((x) => `M${x} 18 L${x - 4} 132`).join(' ');
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="160" height="150" fill="none" stroke-width="15" stroke-linecap="round">
		<path d="${strokes}" stroke="#171512"/><path d="M12 112 L146 40" stroke="${accent}"/></svg>`;
	return sharp(Buffer.from(svg)).png().toBuffer();
}

/** The letter that told Robin of more time was returned: somebody has to ring. */
async function oneComesBack(story: Story, { maggie }: Staff): Promise<void> {
	const id = await newestLetter(story.db, 'expression-extended');
	await markBounced.within(story.as(maggie, story.at(-1, '09:15')), { id });
}
