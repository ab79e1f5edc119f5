//! The program `storydiff`, driven as a person or a script drives it.

use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

/// The usual pair, the earlier version.
pub const BEFORE: &str = "The red lamp went out at six.\n\nNobody had wound the clock since Easter.\n\nA dog slept in the barrow, and the gate stood open.\n";
/// The later version.
pub const AFTER: &str = "A dog slept in the barrow, and the gate stood open.\n\nThe green lamp went out at seven.\n\nNobody had wound the clock since Easter.\n";

/// A folder for the files of one test.
pub struct Folder(pub PathBuf);

impl Folder {
    /// Makes it anew.
    pub fn new(test: &str) -> Self {
        let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(test);
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    /// Writes a file, and says where.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    }

    /// The usual pair, and what it is compared with.
    pub fn pair(&self) -> [String; 2] {
        [self.file("one.txt", BEFORE), self.file("other.txt", AFTER)]
    }
}

/// The program, not yet started.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_storydiff"));
    command.args(arguments);
    command
}

/// Runs the program with something on its standard input.
pub fn run(arguments: &[&str], input: impl AsRef<[u8]>) -> Output {
    let mut child = program(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let input = input.as_ref().to_vec();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || {
        // A program that needs no input may end before it has it all.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

/// What it prints where all is well, and says nothing else.
pub fn printed(arguments: &[&str]) -> String {
    let output = run(arguments, "");
    assert_eq!(text(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
    text(&output.stdout)
}

/// What it said.
pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}
