import { exportForm } from '#areas/programmes/server';
import { download, endpoint } from '#server/web';

const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const GET = endpoint(exportForm, {
	as: ({ slug, xlsx }) => download(xlsx, `${slug}-form.xlsx`, type)
});
