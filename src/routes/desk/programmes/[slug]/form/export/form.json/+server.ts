import { exportForm } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(exportForm, {
	as: ({ slug, json }) => download(json, `${slug}-form.json`, 'application/json')
});
