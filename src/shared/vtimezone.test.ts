import { describe, expect, test } from 'vitest';
import { vtimezone } from './vtimezone.ts';

const in2026 = (zone: string) =>
	vtimezone(zone, new Date('2026-03-11T12:00Z'), new Date('2026-03-11T12:00Z'));
const observances = (zone: string) =>
	[
		...in2026(zone).matchAll(/BEGIN:(\w+)\r\nDTSTART:(\w+)\r\nTZOFFSETFROM:(\S+)\r\nTZOFFSETTO:(\S+)\r\n/g)
	].map(([, kind, at, from, to]) => `${kind} ${at} ${from} ${to}`);

test('the zone is named as everywhere else, in lines that calendars read', () => {
	expect(in2026('Europe/London')).toMatch(/^BEGIN:VTIMEZONE\r\nTZID:Europe\/London\r\nBEGIN:STANDARD\r\n/);
	expect(in2026('Europe/London')).toMatch(/END:STANDARD\r\nEND:VTIMEZONE$/);
});

describe('every change of the clocks, a year to both sides', () => {
	test('in London', () => {
		expect(observances('Europe/London')).toEqual([
			'STANDARD 20250101T000000 +0000 +0000',
			'DAYLIGHT 20250330T010000 +0000 +0100',
			'STANDARD 20251026T020000 +0100 +0000',
			'DAYLIGHT 20260329T010000 +0000 +0100',
			'STANDARD 20261025T020000 +0100 +0000',
			'DAYLIGHT 20270328T010000 +0000 +0100',
			'STANDARD 20271031T020000 +0100 +0000'
		]);
	});
	test('by half an hour on Lord Howe Island, where summer is at new year', () => {
		expect(observances('Australia/Lord_Howe').slice(0, 3)).toEqual([
			'DAYLIGHT 20250101T110000 +1100 +1100',
			'STANDARD 20250406T020000 +1100 +1030',
			'DAYLIGHT 20251005T020000 +1030 +1100'
		]);
	});
	test('never in Kathmandu', () => {
		expect(observances('Asia/Kathmandu')).toEqual(['STANDARD 20250101T054500 +0545 +0545']);
	});
	test('west of Greenwich', () => {
		expect(observances('America/New_York')[1]).toBe('DAYLIGHT 20250309T020000 -0500 -0400');
		expect(observances('America/St_Johns')[0]).toBe('STANDARD 20241231T203000 -0330 -0330');
	});
});
