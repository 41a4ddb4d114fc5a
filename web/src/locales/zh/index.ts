/** 中文, all areas. */
export * from "./bulletins";
export * from "./common";
export * from "./companies";
export * from "./door";
export * from "./entry";
export * from "./errors";
export * from "./figures";
export * from "./funds";
export * from "./home";
export * from "./imports";
export * from "./months";
export * from "./projects";
export * from "./session";
export * from "./settings";
export * from "./shell";
export * from "./terms";
