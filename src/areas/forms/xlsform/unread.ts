import { keyOf, type Column, type Line } from './table.ts';

/** Columns of a row that were looked at. */
const read =
	/^(type|name|label|hint|required|required_message|relevant|constraint|appearance|parameters|disabled|read_only|body::accept|body::rows)(::|$)|^placard(::|_)/;
/** Columns that XLSForm defines, and that say something about a row which a form of ours cannot say. */
const known =
	/^(calculation|default|constraint_message|guidance_hint|choice_filter|trigger|repeat_count|count|autoplay|save_to|intent|accuracythreshold|no_?app_?error_?string|compact_tag|query|hxl|kobo--[\w-]+|\$kuid|sms_\w+)(::|$)|^(media|bind|body|control|instance|jr|orx|esri)::?/;

/** By their headings, those cells of a row that say something of which nothing became. */
export function unreadColumns({ cells }: Line): string[] {
	return [...cells.keys()].filter((key) => known.test(key) && !read.test(key) && key !== '$kuid');
}

/** Columns that nobody defined: remarks, translations, ways of other tools. Each is said once. */
export function strangeColumns(columns: readonly Column[]): Column[] {
	return columns.filter((column) => !read.test(keyOf(column)) && !known.test(keyOf(column)));
}
