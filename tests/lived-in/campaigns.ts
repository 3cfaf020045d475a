import {
	addInRoom,
	addNote,
	agreeOnBox,
	makeBoard,
	openRoom,
	placeInRoom,
	pointNote,
	remindOfReviews,
	setBoard,
	showCanvas
} from '#areas/boards/server';
import {
	answerInvitation,
	inviteMember,
	listOwnCampaigns,
	openCampaign,
	shareCampaign
} from '#areas/campaigns/server';
import { house } from '#shared/actor';
import { dayOf, daysAfter, homeZone } from '#shared/dates';
import { putsPhoto } from '../board-photos.ts';
import { codeOf, comesIn } from '../rooms.ts';
import type { World } from '../small-world.ts';
import { markOf } from './marks.ts';
import type { SignedIn } from './people.ts';

/** What somebody’s browser holds who writes in a live room, or stands somewhere in another. */
export type InRooms = { writes: string; stands: string };
export type Campaigners = { coordinator: SignedIn; member: SignedIn };

const marks = {
	coordinator: markOf('the name of who coordinates a hidden campaign'),
	member: markOf('the name of who takes part in a hidden campaign')
};
export const campaign = {
	marks,
	/** Nobody is shown who takes part but those who coordinate. */
	coordinator: `Somebody ${marks.coordinator}`,
	member: `Somebody ${marks.member}`,
	note: markOf('a note on a private board'),
	board: markOf('the name of a private board'),
	person: markOf('a named person on a map that is public'),
	other: markOf('the community of a private campaign'),
	said: markOf('a note that was written in a live room'),
	stance: markOf('where somebody stands before all of it is shown')
};

const as = (world: World, now: Date, { id }: SignedIn) =>
	world.as({ kind: 'person', id, assurance: 1, roles: [] }, now);
const about = { change: 'To be heard.', data: 'What is counted.', kind: 'counterdata' } as const;

/** What everybody may know: a campaign that is shown, with a map that is. */
export async function isCampaigned(world: World, now: Date, { coordinator }: Campaigners): Promise<void> {
	const mine = as(world, now, coordinator);
	const opening = { ...about, name: 'Sheltered voices', community: 'People who were hurt online.' };
	const { slug } = await openCampaign.within(mine, { ...opening, care: 'extreme' });
	await shareCampaign.within(mine, { slug, share: 'public' });
	const { board } = await makeBoard.within(mine, { slug, template: 'power-map', name: 'Who decides' });
	await setBoard.within(mine, { slug, board, name: 'Who decides', share: 'public' });
	await addNote.within(mine, { slug, board, text: 'The regulator', kind: 'actor', x: '30', y: '80' });
}

/** What most may not: who takes part, who is named on the map, what stands on a private board. */
export async function isHidden(
	world: World,
	now: Date,
	{ coordinator, member }: Campaigners
): Promise<InRooms> {
	const mine = as(world, now, coordinator);
	const [{ slug } = { slug: '' }] = await listOwnCampaigns.within(mine, {});
	await inviteMember.within(mine, { slug, email: member.email, name: '', part: 'member' });
	const theirs = as(world, now, member);
	await answerInvitation.within(theirs, { slug, answer: 'yes' });
	const person = { text: campaign.person, ...aboutSomebody(now) };
	await addNote.within(mine, { slug, board: 1, ...person });
	const { board } = await makeBoard.within(mine, { slug, template: 'canvas', name: campaign.board });
	const { note } = await addNote.within(theirs, { slug, board, text: campaign.note });
	await putsPhoto(world, { slug, board: 1, by: mine.actor, fate: 'keep' }, now);
	// Who may not see the canvas learns neither how far it is, nor that what is shown leads there.
	const { boxes } = await showCanvas.within(mine, { slug });
	await agreeOnBox.within(mine, { slug, box: 'community', seen: boxes[0]!.last });
	await pointNote.within(mine, { slug, board: 1, note: 1, target: `${board}/${note}` });
	await remindOfReviews.within(world.as(house, now), {});
	const room = await isWorkedOn(world, now, { slug, coordinator });
	await openCampaign.within(mine, { ...about, name: 'Not shown', community: campaign.other, care: 'usual' });
	await world.runJobs(now);
	return room;
}

/** Somebody on a power map, to be looked at again since yesterday. */
export function aboutSomebody(now: Date) {
	const yesterday = dayOf(daysAfter(now, -1, homeZone), homeZone);
	const [year, month, day] = yesterday.split('-') as [string, string, string];
	return { kind: 'person', x: '20', y: '90', reviewOn: { day, month, year } };
}

/** Two rooms, in which somebody is by their codes: one where notes are written, one where each stands for themselves. */
async function isWorkedOn(
	world: World,
	now: Date,
	{ slug, coordinator }: { slug: string; coordinator: SignedIn }
): Promise<InRooms> {
	const mine = as(world, now, coordinator);
	const asha = mine.actor;
	const { board } = await makeBoard.within(mine, { slug, template: 'free-lanes' });
	await openRoom.within(mine, { slug, board, dots: '3' });
	const phone = await comesIn(world, await codeOf(world, { slug, board, asha }), '', now);
	const said = world.as(phone.actor, now);
	await addInRoom.within(said, { room: phone.room, text: campaign.said });
	const line = await makeBoard.within(mine, { slug, template: 'opinion-spectrum' });
	await openRoom.within(mine, { slug, board: line.board, dots: '3' });
	const other = await comesIn(world, await codeOf(world, { slug, board: line.board, asha }), '', now);
	const places = world.as(other.actor, now);
	await placeInRoom.within(places, { room: other.room, x: '10', text: campaign.stance });
	return { writes: `placard_room=${phone.token}`, stands: `placard_room=${other.token}` };
}
