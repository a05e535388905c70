declare module 'heic-decode' {
  interface Points {
    readonly width: number
    readonly height: number
    readonly data: Uint8ClampedArray<ArrayBuffer>
  }
  interface Image {
    readonly width: number
    readonly height: number
    readonly decode: () => Promise<Points>
  }
  /** `module.exports` is a function with this beside it. */
  const decode: {
    readonly all: (of: {
      readonly buffer: Uint8Array
    }) => Promise<readonly Image[] & { readonly dispose: () => void }>
  }
  export = decode
}
