import * as v from 'valibot';
import { administrator, anyone, nothing, useCase, type Context } from '#server/use-case';
import { Problem } from '#shared/problem';
import { accentPalette, normalise } from '#ui/contrast';
import { locales } from '#words/addresses';
import { Accent, HostWords } from '../host.schema.ts';
import {
	deleteAccent,
	findAccent,
	findHost,
	findLogo,
	findWordings,
	holdHost,
	saveAccent,
	saveHost,
	saveWording
} from './host.sql.ts';
import { hostFor, settingsView, type Everything } from './views.ts';

/** Who the host is: anyone may know. */
export const showHost = useCase('site.showHost', {
	input: v.object({ locale: v.picklist(locales) }),
	on: nothing,
	may: anyone,
	run: async ({ db }, { locale }) => hostFor(locale, await everything(db))
});

/** Administrators see what the host says in every language, to change it. */
export const showSettings = useCase('site.showSettings', {
	input: v.object({}),
	on: nothing,
	may: administrator,
	run: async ({ db }) => settingsView(await everything(db))
});

/** Administrators say who the host is. Everybody reads it on the next page. */
export const saveWords = useCase('site.saveWords', {
	input: HostWords,
	on: nothing,
	may: administrator,
	async run({ db, now, record }, { edition, words, ...host }) {
		const current = await holdHost(db);
		if (edition !== (current?.edition ?? 0)) throw new Problem('site-edited-meanwhile');
		await saveHost(db, host, now);
		for (const locale of locales) await saveWording(db, locale, words[locale]);
		await record('site.words-saved', {});
	}
});

/** Administrators give the house its loud colour. One that nobody could read or see is refused with the reason. */
export const chooseAccent = useCase('site.chooseAccent', {
	input: Accent,
	on: nothing,
	may: administrator,
	async run({ db, record }, { accent }) {
		const answer = accentPalette(accent);
		if ('refused' in answer) throw new Problem(answer.refused);
		await saveAccent(db, normalise(accent)!);
		await record('site.accent-chosen', { accent: normalise(accent)! });
	}
});

/** Administrators go back to the colour that Placard brings along. */
export const dropAccent = useCase('site.dropAccent', {
	input: v.object({}),
	on: nothing,
	may: administrator,
	async run({ db, record }) {
		await deleteAccent(db);
		await record('site.accent-dropped', {});
	}
});

async function everything(db: Context['db']): Promise<Everything> {
	return {
		host: await findHost(db),
		words: await findWordings(db),
		accent: await findAccent(db),
		logo: await findLogo(db)
	};
}
