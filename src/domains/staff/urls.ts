export const urls = {
  signIn: '/sign-in',
  signOut: '/sign-out',
  desk: '/desk',
} as const
