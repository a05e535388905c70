export const urls = {
  home: '/',
  about: '/about',
  paper: '/paper',
  accessibility: '/accessibility',
  licence: '/licence',
  reader: '/reader',
  design: '/design',
  apiDocs: '/api',
  sitemap: '/sitemap.xml',
  robots: '/robots.txt',
  desk: '/desk',
  ledger: '/desk/ledger',
} as const
