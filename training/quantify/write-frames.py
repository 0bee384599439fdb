"""Frames over data/en/measure-words.tsv, every row in active, passive or nominal form, as marked sentences for write-invented.py.
usage: write-frames.py DATA/en COUNT > MARKED.txt"""
import random, sys

DATA, COUNT = sys.argv[1], int(sys.argv[2])
r=random.Random(3)
irr={l.split('\t')[0]:l.rstrip('\n').split('\t') for l in open(f'{DATA}/irregular-verbs.tsv')}
NUM=['12','At least 30','More than 200','Two','Dozens of','About 1,500','Seven','some 40','Hundreds of','Three']
THING={'destroyed':['houses','barns','shops'],'damaged':['cars','houses','boats'],'fired':['shells','rockets'],'seized':['boats','rifles','tonnes of grain'],'votes':['ballots']}
PEOPLE=['people','villagers','workers','residents','soldiers','men','students']
def ed(v):
    h,*t=v.split(' '); t=''.join(' '+x for x in t)
    p=irr.get(h)
    if p: return p[1]+t,(p[2] if len(p)>2 and p[2] else p[1])+t
    e=h+'d' if h.endswith('e') else h[:-1]+'ied' if h.endswith('y') and h[-2] not in 'aeiou' else h+'ed'
    return e+t,e+t
out=[]
for l in list(open(f'{DATA}/measure-words.tsv'))[1:]:
    w,past,part,counts,m=l.rstrip('\n').split('\t')
    n=r.choice(NUM); N=n.replace(' of','')+(' of' if ' of' in n else ''); noun=r.choice(THING.get(m,PEOPLE))
    p,pp=ed(w); p=past or p; pp=part or past or pp
    low=N[0].lower()+N[1:]
    S=[]
    if counts in('object','both') : S=[f'[{N}|{m}] {noun} were {pp} in the harbour on Monday.',f'The crews {p} [{low}|{m}] {noun} near the bridge.']
    elif counts=='subject': S=[f'[{N}|{m}] {noun} {p} on Monday, the mayor said.']
    elif counts=='state': S=[f'[{N}|{m}] {noun} were {w} by Monday evening.']
    elif counts=='noun': S=[f'The town counted [{low.replace(" of","") if " of" not in low else low}|{m}] {w} this week.']
    elif counts=='weak': S=[f'[{N}|{m}] {w} were named in the report.']
    elif counts=='of': S=[f'The paper told of the {w} [{low}|{m}] {noun}.']
    elif counts=='toll': S=[f'The {w} rose to [{r.randint(3,900)}|{m}] on Monday.']
    out+=[(m,counts,s) for s in S]
r.shuffle(out); out = out[:COUNT]
for k in range(0,len(out),12):
    print('# frames',k)
    for m,c,s in out[k:k+12]: print(s)
