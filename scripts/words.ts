// npm run words: messages/*.json → src/words/generated. Vite does it while it builds; types and tests need it before.
import { compile } from '@inlang/paraglide-js';
import { languages } from '../src/words/compile.ts';

await compile(languages);
