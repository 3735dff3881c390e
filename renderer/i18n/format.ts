import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Language } from '../../shared/domain/codebook';

/** Dates stand as ISO 8601 in both languages: that is how they are written in Sweden, and unmistakable in English. */
const DATE_LOCALE = 'sv-SE';
const NUMBER_LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' };

export interface Format {
  /** `1 234`. */
  number(value: number): string;
  /** Two decimals: `0,81`. */
  decimal(value: number): string;
  /** A share from 0 to 1 in whole percent: `62 %`. */
  percent(share: number): string;
  /** `2024-12-31`, in local time. */
  date(iso: string): string;
  /** `2024-12-31 14:05`. */
  dateTime(iso: string): string;
  /** `1,4 MB`; thousands, as file managers count. */
  bytes(count: number): string;
}

/** Numbers and dates as the language writes them. */
export function formatIn(language: Language): Format {
  const locale = NUMBER_LOCALE[language];
  const whole = new Intl.NumberFormat(locale);
  const twoDecimals = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const share = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = new Intl.DateTimeFormat(DATE_LOCALE, { dateStyle: 'short' });
  const moment = new Intl.DateTimeFormat(DATE_LOCALE, { dateStyle: 'short', timeStyle: 'short' });
  const size = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return {
    number: (value) => whole.format(value),
    decimal: (value) => twoDecimals.format(value),
    percent: (value) => share.format(value),
    date: (iso) => day.format(new Date(iso)),
    dateTime: (iso) => moment.format(new Date(iso)),
    bytes: (count) => {
      const steps = ['byte', 'kB', 'MB', 'GB'];
      const at = Math.min(3, Math.max(0, Math.floor(Math.log10(Math.max(1, count)) / 3)));
      return `${size.format(count / 1000 ** at)} ${steps[at]}`;
    },
  };
}

const formats: Readonly<Record<Language, Format>> = { sv: formatIn('sv'), en: formatIn('en') };

/** The language of the window's texts now. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'sv';
}

export function useFormat(): Format {
  const language = useLanguage();
  return useMemo(() => formats[language], [language]);
}
