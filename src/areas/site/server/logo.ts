import * as v from 'valibot';
import { purgeFile, readFile, storeFile } from '#server/files';
import { administrator, anyone, nothing, useCase } from '#server/use-case';
import { pictures } from '#shared/file-kinds';
import { NewLogo } from '../host.schema.ts';
import { deleteLogo, findLogo, saveLogo } from './host.sql.ts';

/** Whose file it is. Anyone may read it: the rule is in jobs.ts. */
const owner = { kind: 'site', id: 'logo' };
/** Three times as fine as it stands in the head of a page. */
const fit = { width: 960, height: 156 };
const limits = { bytes: 10_000_000 };

/** Anyone sees the logo. An address of one that was replaced names nothing. */
export const showLogo = useCase('site.showLogo', {
	input: v.object({ id: v.pipe(v.string(), v.uuid()) }),
	on: async ({ db }, { id }) => ((await findLogo(db))?.file === id ? { id } : undefined),
	may: anyone,
	run: (context, { id }) => readFile.within(context, { id })
});

/** Administrators give a picture; it is made anew, without what is hidden in it. Only pictures made of points: a drawing (SVG) can hold programs. */
export const setLogo = useCase('site.setLogo', {
	input: NewLogo,
	on: nothing,
	may: administrator,
	async run(context, { logo, holdsName }) {
		const before = await findLogo(context.db);
		const name = logo instanceof File ? logo.name : 'logo';
		const file = await storeFile(context, { from: logo, name, owner, allowed: pictures, limits, fit });
		await saveLogo(context.db, { file: file.id, ...file.picture!, showsName: holdsName === 'yes' });
		if (before) await purgeFile(context, owner, before.file);
		await context.record('site.logo-set', { id: file.id });
	}
});

/** Administrators take the logo away: the name stands alone. */
export const removeLogo = useCase('site.removeLogo', {
	input: v.object({}),
	on: nothing,
	may: administrator,
	async run(context) {
		const logo = await findLogo(context.db);
		if (!logo) return;
		await deleteLogo(context.db);
		await purgeFile(context, owner, logo.file);
		await context.record('site.logo-removed', { id: logo.file });
	}
});
