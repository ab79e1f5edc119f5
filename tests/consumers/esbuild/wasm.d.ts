declare module "storydiff/core.wasm" {
  const address: string;
  export default address;
}
