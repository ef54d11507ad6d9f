import type { Notice } from './finding';

/** Whether a notice says that an input is not an annual report. */
export function isNoReport(notice: Notice): boolean {
    return /(^|\/)(no|not-a)-report$/.test(notice.id);
}

/** Whether a notice says that an input could not be read. */
export function isUnreadable(notice: Notice): boolean {
    return notice.id.endsWith('/unreadable-file');
}
