// Stands in for the compiled module by which VS Code writes its logs and output channels.

const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const LEVELS = ["trace", "debug", "info", "warning", "error", "critical", "off"];

class Logger {
  level = 0;
  isPlain = false;

  constructor(file) {
    mkdirSync(dirname(file), { recursive: true });
    this.file = file;
  }

  write(level, message) {
    if (level < this.level) return;
    const told = this.isPlain ? message : `${new Date().toISOString()} [${LEVELS[level]}] ${message}\n`;
    appendFileSync(this.file, told);
  }

  trace(message) { this.write(0, message); }
  debug(message) { this.write(1, message); }
  info(message) { this.write(2, message); }
  warn(message) { this.write(3, message); }
  error(message) { this.write(4, message); }
  critical(message) { this.write(5, message); }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() { this.isPlain = false; }
  clearFormatters() { this.isPlain = true; }
  flush() {}
  drop() {}
}

const create = async (_name, file) => new Logger(file);

exports.version = 0;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = create;
exports.createAsyncRotatingLogger = create;
