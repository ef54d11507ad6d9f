import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
const manifest = read('package.json') as {
    contributes: {
        commands: { command: string; title: string }[];
        configuration: { properties: Record<string, { scope: string }> };
        problemMatchers: { name: string; pattern: { regexp: string } }[];
    };
    capabilities: { untrustedWorkspaces: { restrictedConfigurations: string[] } };
};

describe('the manifest', () => {
    it('has every text in English and in Chinese and no unused ones', () => {
        const expected = new Set([...readFileSync('package.json', 'utf8').matchAll(/"%([\w.]+)%"/g)].map((one) => one[1]!));
        for (const file of ['package.nls.json', 'package.nls.zh-cn.json']) assert.deepEqual(Object.keys(read(file)).sort(), [...expected].sort(), file);
    });

    it('lets no workspace choose what is run', () => {
        const { properties } = manifest.contributes.configuration;
        for (const name of ['path', 'arguments', 'packs', 'plugins']) {
            assert.ok(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations.includes(`gouji.${name}`), name);
        }
        // Native plugins are code: not even a trusted workspace may set them.
        for (const name of ['plugins', 'workspacePlugins']) assert.equal(properties[`gouji.${name}`]?.scope, 'machine');
    });

    it('declares exactly the commands that are there', () => {
        const registered = [...readFileSync('src/editor/commands.ts', 'utf8').matchAll(/command\('(\w+)'/g)].map((one) => `gouji.${one[1]!}`);
        assert.deepEqual(manifest.contributes.commands.map((one) => one.command).sort(), registered.sort());
    });
});

describe('the problem matchers', () => {
    const match = (line: string) =>
        manifest.contributes.problemMatchers.flatMap(({ name, pattern }) => {
            const found = new RegExp(pattern.regexp).exec(line);
            return found === null ? [] : [[name, ...found.slice(1)]];
        });
    it('read the text output in both languages', () => {
        assert.deepEqual(match('乡镇/柳河镇 年报.txt:3:46: 错误[dates/period-mismatch]：统计期不是全年'), [['gouji-error', '乡镇/柳河镇 年报.txt', '3', '46', 'dates/period-mismatch', '统计期不是全年']]);
        assert.deepEqual(match('a.txt:8:37: warning[wording/doubled]: “审核审核” is doubled'), [['gouji-warning', 'a.txt', '8', '37', 'wording/doubled', '“审核审核” is doubled']]);
        assert.deepEqual(match('a.txt:1:1: 提示[structure/title]：题')[0]?.[0], 'gouji-note');
    });
    it('leave everything else alone', () => {
        for (const line of ['    8 | 镇党政办公室统一审核审核后对外发布。', '      = 相关：32:25 自然人 4', '检查了 1 份年报：4 个错误，2 个警告，0 个提示']) assert.deepEqual(match(line), []);
    });
});
