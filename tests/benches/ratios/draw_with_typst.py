"""Draws a letter COUNT times with the typst wheel and prints what it took, as `ratios --draw COUNT` does: microseconds
by the clock and of the processor, the most kilobytes held, bytes. Arguments: SOURCE FONTS COUNT."""

import resource
import sys
import time

import typst


def processor():
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def most_memory():
    with open("/proc/self/status", encoding="ascii") as status:
        return next(line.split()[1] for line in status if line.startswith("VmHWM:"))


source, fonts, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
size = 0
begun, spent = time.monotonic(), processor()
compiler = typst.Compiler(source, font_paths=[fonts], ignore_system_fonts=True)
for number in range(1, count + 1):
    size += len(compiler.compile(format="pdf", pdf_standards=["a-2a"], sys_inputs={"number": str(number)}))
clock, spent = time.monotonic() - begun, processor() - spent
print(int(clock * 1e6), int(spent * 1e6), most_memory(), size)
