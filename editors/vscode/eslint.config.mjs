import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
    { ignores: ['dist/', 'node_modules/', 'gouji/'] },
    js.configs.recommended,
    {
        files: ['src/**/*.ts', 'test/**/*.ts'],
        extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
        languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
        rules: {
            // Numbers and booleans are allowed in templates; other values must be converted.
            '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
            '@typescript-eslint/consistent-type-imports': 'error',
        },
    },
    {
        // Only src/editor and src/extension.ts may use the vscode API; the rest runs in plain node.
        files: ['src/**/*.ts'],
        ignores: ['src/extension.ts', 'src/editor/**'],
        rules: {
            'no-restricted-imports': ['error', { paths: [{ name: 'vscode', message: 'Only src/editor/ may import vscode.' }] }],
        },
    },
    {
        files: ['test/unit/**/*.ts', 'test/host/**/*.ts'],
        // node:test tracks its promises itself.
        rules: { '@typescript-eslint/no-floating-promises': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
    },
    {
        files: ['**/*.mjs'],
        languageOptions: { globals: { process: 'readonly', console: 'readonly', setTimeout: 'readonly', setInterval: 'readonly', clearInterval: 'readonly', clearTimeout: 'readonly', URL: 'readonly', document: 'readonly', fetch: 'readonly', Buffer: 'readonly' } },
    },
);
