import type { Control } from '../../surfaces/html.ts';
import type { Chance } from '../chance.ts';
import type { Kinds } from './kind.ts';
import { naughtyTexts } from './naughty.ts';
import { bytesOf, whole } from './request.ts';
import type { Target } from './target.ts';

/** Wrong in the fields of a form that is otherwise as a browser sends it. */
export const fields: Kinds = {
	'words in every field': (target, chance, host) =>
		form(
			target,
			host,
			namesIn(target).map((name) => [name, chance.one(naughtyTexts)])
		),
	'words in one field': (target, chance, host) => {
		const wrong = chance.one(namesIn(target));
		return form(
			target,
			host,
			target.controls.map((control) => [
				control.name,
				control.name === wrong ? chance.one(naughtyTexts) : likely(control)
			])
		);
	},
	'nothing filled in': (target, _, host) => form(target, host, []),
	'every field empty': (target, _, host) =>
		form(
			target,
			host,
			namesIn(target).map((name) => [name, ''])
		),
	'one field missing': (target, chance, host) => {
		const gone = chance.one(namesIn(target));
		return form(
			target,
			host,
			filled(target).filter(([name]) => name !== gone)
		);
	},
	'every field several times': (target, chance, host) =>
		form(target, host, Array.from({ length: 2 + chance.below(5) }, () => filled(target)).flat()),
	'fields that the form does not have': (target, chance, host) => {
		const names = [
			'id',
			'role',
			'roles',
			'administrator',
			'expression',
			'actor',
			'__proto__',
			'constructor',
			'prototype',
			'toString',
			'now',
			'assurance'
		];
		return form(target, host, [
			...filled(target),
			...names.map((name): [string, string] => [name, chance.one(naughtyTexts).slice(0, 500)])
		]);
	},
	'names with dots and brackets': (target, chance, host) => {
		const bend = chance.one([
			(name: string) => `${name}[]`,
			(name: string) => `${name}[a][b]`,
			(name: string) => `${name}.a.b`,
			(name: string) => `__proto__.${name}`,
			(name: string) => name.split('').join('\0')
		]);
		return form(
			target,
			host,
			filled(target).map(([name, value]) => [bend(name), value])
		);
	},
	'a number where a word was, a word where a number was': (target, chance, host) =>
		form(
			target,
			host,
			target.controls.map((control) => [
				control.name,
				control.type === 'number' || control.type === 'hidden' ? chance.one(naughtyTexts) : '-0.5e400'
			])
		),
	'a choice that is none': (target, chance, host) =>
		form(
			target,
			host,
			target.controls.map((control) => [
				control.name,
				['radio', 'checkbox', 'select'].includes(control.type) ? chance.one(naughtyTexts) : likely(control)
			])
		),
	'a button that is not there': (target, chance, host) => {
		const address = `${target.address.split('?')[0]}?/${chance.one(['nothing', '__proto__', 'default', 'constructor', '', '%ff', '<b>', 'toString'])}`;
		return whole(
			bytesOf(target, host, { ...encoded(filled(target)), address, headers: { Origin: `http://${host}` } })
		);
	},
	'a hundred thousand fields': (target, chance, host) =>
		form(
			target,
			host,
			Array.from({ length: 20_000 + chance.below(80_000) }, (_, i) => [`f${i}`, 'x'])
		),
	'a megabyte in one field': (target, chance, host) => {
		const long = chance.one(['x', 'word ', '\n', '<', '\0', 'é'])!.repeat(400_000);
		return form(
			target,
			host,
			target.controls.map((control) => [
				control.name,
				['text', 'textarea'].includes(control.type) ? long : likely(control)
			])
		);
	}
};

function form(target: Target, host: string, pairs: (readonly [string, string])[]) {
	return whole(bytesOf(target, host, { ...encoded(pairs), headers: { Origin: `http://${host}` } }));
}

/** As a browser would, but without its refusal of what is no Unicode. */
function encoded(pairs: (readonly [string, string])[]): { body: string } {
	return { body: new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString() };
}

export function namesIn(target: Target): string[] {
	const names = [...new Set(target.controls.map((control) => control.name))];
	return names.length ? names : ['a'];
}

export function filled(target: Target): [string, string][] {
	return target.controls.map((control) => [control.name, likely(control)]);
}

/** What somebody might well write there. */
export function likely({ type, value, options }: Control): string {
	if (value) return value;
	if (type === 'email') return 'eira@example.org';
	if (type === 'number') return '3';
	if (type === 'select') return options.find(Boolean) ?? '';
	return 'We count what the council does not.';
}

export function likelyBody(target: Target, chance: Chance): string {
	return chance.below(2) ? encoded(filled(target)).body : 'a=b';
}
