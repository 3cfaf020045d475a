import type { Form, StoredForm } from '#areas/forms';
import { latestVersion, listVersions, versionOf } from '#areas/forms/server';
import type { Context } from '#server/use-case';
import { listArrangers } from '../../server/arranger.sql.ts';
import type { StandingCall } from '../../server/call.sql.ts';
import { starterForm, type Audience } from '../../starter-form.ts';
import { inSetting, type Setting } from '../setting.ts';

/** What a call puts into its form. */
export async function settingOf({ db, now }: Context, call: StandingCall): Promise<Setting> {
	return { ...call, arrangers: await listArrangers(db, call.id, now) };
}

/** The call's form as whoever begins now meets it. */
export async function formOf(context: Context, call: StandingCall): Promise<Form<Audience>> {
	const latest = call.form && (await latestVersion(context, call.form));
	return inSetting(latest ? latest.content : starterForm(call), await settingOf(context, call));
}

/** One version of it, as those meet it who began with it. */
export async function formOfVersion(
	context: Context,
	call: StandingCall,
	id: string
): Promise<Form<Audience>> {
	return inSetting((await versionOf(context, id)).content, await settingOf(context, call));
}

/** Several versions by their ids: each is put into its setting once. */
export async function formsOfVersions(
	context: Context,
	call: StandingCall,
	ids: readonly string[]
): Promise<Map<string, Form<Audience>>> {
	const setting = await settingOf(context, call);
	const forms = new Map<string, Form<Audience>>();
	for (const id of new Set(ids)) forms.set(id, inSetting((await versionOf(context, id)).content, setting));
	return forms;
}

/** Every version that somebody may have answered, the newest first: lists and files are made of all of them. */
export async function everyFormOf(context: Context, call: StandingCall): Promise<Form<Audience>[]> {
	const lines = call.form ? await listVersions(context, call.form) : [];
	if (!lines.length) return [inSetting(starterForm(call), await settingOf(context, call))];
	return [
		...(
			await formsOfVersions(
				context,
				call,
				lines.map(({ id }) => id)
			)
		).values()
	];
}

/** The content of the latest version, and which it is. Undefined: none was published. */
export async function currentVersion(
	context: Context,
	call: Pick<StandingCall, 'form'>
): Promise<{ id: string; number: number; content: StoredForm; publishedAt: Date } | undefined> {
	return call.form ? latestVersion(context, call.form) : undefined;
}
