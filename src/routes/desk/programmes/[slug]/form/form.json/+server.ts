import { formAsJson } from '#areas/forms';
import { showForm } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

export const GET = endpoint(showForm, {
	as: ({ slug, form }) => download(formAsJson(form), `${slug}-form.json`, 'application/json')
});
