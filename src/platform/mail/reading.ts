import PostalMime from 'postal-mime'

/** A mail of ours as a person reads it, out of its bytes. */
export async function readMail(
  bytes: Uint8Array,
): Promise<{ readonly subject: string; readonly text: string }> {
  const { subject = '', text = '' } = await PostalMime.parse(bytes)
  return { subject, text }
}
