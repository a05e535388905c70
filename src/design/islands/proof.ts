/** Works out the 計算の札 of a form beside the page, so that typing is not held up, and fills it in. */
for (const place of document.querySelectorAll<HTMLElement>('[data-proof]')) {
  const { proof, bits, worker } = place.dataset
  const answer = place.querySelector<HTMLInputElement>('input[name="answer"]')
  if (!proof || !bits || !worker || !answer || !window.Worker || !window.crypto?.subtle) continue
  const thread = new Worker(worker)
  thread.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (answer.value === '') answer.value = String(data)
    place.classList.add('is-proven')
    thread.terminate()
  }
  thread.postMessage({ token: proof, bits: Number(bits) })
}
