import { expect, test } from 'vitest';
import { boxes } from './activity.ts';
import { pathWith, sessions, sessionsWith, type Progress } from './path.ts';

const all = (state: Progress) => Object.fromEntries(boxes.map((box) => [box, state]));

test('a campaign that has begun nothing stands before the first session', () => {
	const path = pathWith({});
	expect(path).toMatchObject({ next: 'together', agreed: 0, of: 13 });
	expect(path.sessions.map(({ state }) => state)).toEqual(Array(6).fill('empty'));
});

test('one box begun makes its session begun, and agreed only when all of them are', () => {
	expect(pathWith({ care: 'begun' }).sessions[0]).toMatchObject({ state: 'begun' });
	expect(pathWith({ care: 'agreed' }).sessions[0]).toMatchObject({ state: 'begun' });
	const path = pathWith({ care: 'agreed', community: 'agreed' });
	expect(path.sessions[0]).toMatchObject({ state: 'agreed' });
	expect(path).toMatchObject({ next: 'see', agreed: 2 });
});

test('what is agreed out of turn does not hide the first session that is open', () => {
	expect(pathWith({ ...all('agreed'), power: 'begun' })).toMatchObject({ next: 'see', agreed: 12 });
});

test('when everything is agreed nothing comes next', () => {
	expect(pathWith(all('agreed'))).toMatchObject({ next: null, agreed: 13, of: 13 });
});

test('every box of the canvas is filled in one session', () => {
	expect(sessions.flatMap(({ boxes: some }) => some).toSorted()).toEqual(boxes.toSorted());
});

test('an activity knows its sessions', () => {
	expect(sessionsWith('map-the-power')).toEqual([4]);
	expect(sessionsWith('make-placards')).toEqual([]);
});
