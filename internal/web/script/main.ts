// What the pages do beyond HTML. Every page is whole without it.
import { add } from "./add";
import { brush } from "./brush";
import { cite } from "./cite";
import { dates } from "./dates";
import { keys } from "./keys";
import { preview } from "./preview";
import { spread } from "./spread";
import { voice } from "./voice";

dates(document);
cite(document);
preview();
brush();
add();
spread();
voice();
keys();
