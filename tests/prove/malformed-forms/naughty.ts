import type { Chance } from '../chance.ts';

/** What stands in cells of files that people, programs and attackers made. */
export function naughty(chance: Chance): string {
	return chance.one(texts);
}

const texts = [
	'', ' ', '0', '-1', '1e309', 'NaN', 'null', 'TRUE', 'yes', 'no', '${', '${}', '${people}', '${nobody}', "${people} = 'x'", '. > 1', '(((((((((((((((((((((((',
	'('.repeat(5000), 'not('.repeat(3000), "selected(${kinds}, 'rent') and ".repeat(400) + "${young} = 'yes'", '. >= 5 and . <= 2', '. >= 1e400', "regex(., '(a+)+$')", 'a'.repeat(32_000),
	'select_one', 'select_one nothing', 'select_multiple kinds kinds', 'select_one ${people}', 'rank', 'rank towns', 'begin_group', 'end_group', 'begin repeat', 'end repeat', 'calculate', 'note', 'text', 'integer', 'range',
	'geopoint', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'people', 'then', 'page', 'people-version', '=cmd|calc', '<b>bold</b>', '**bold**', '# big', '__'.repeat(2000), '**a'.repeat(2000), '<a '.repeat(2000), 'label::',
	'\u202e\u2066', '\uFFFE\uFFFF', '\u0000\u0001', 'e\u0301'.repeat(3000), '🏴'.repeat(2000), 'كيف', 'a b c', "it's", '"', "'\"'", 'rows=9999999', 'start=1 end=0', 'field-list', 'English', 'Klingon (tlh)', 'Cymraeg (cy)',
	'{"message":"form_yes"}', '{"text":""}', '{', '[]', '-', 'placard', '2026-02-30', "date('2026-02-30')", '99999999999999999999', '0.1', '١٢'
]; // prettier-ignore
